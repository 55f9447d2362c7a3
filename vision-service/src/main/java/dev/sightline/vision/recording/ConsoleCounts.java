package dev.sightline.vision.recording;

/** Lines of the browser's console by level. */
public record ConsoleCounts(long logs, long warnings, long errors) {

    public static final ConsoleCounts NONE = new ConsoleCounts(0, 0, 0);

    public ConsoleCounts plus(ConsoleCounts other) {
        return new ConsoleCounts(logs + other.logs, warnings + other.warnings, errors + other.errors);
    }

    ConsoleCounts plus(ConsoleMessage.Level level) {
        return switch (level) {
            case LOG -> new ConsoleCounts(logs + 1, warnings, errors);
            case WARN -> new ConsoleCounts(logs, warnings + 1, errors);
            case ERROR -> new ConsoleCounts(logs, warnings, errors + 1);
        };
    }
}
