package dev.sightline.signals.pipeline;

/** The title and summary a signal gives a report that it opens. */
final class Titles {

    static final int MAX_TITLE = 96;
    private static final int MAX_SUMMARY = 400;

    private Titles() {}

    static String of(Signal signal) {
        return cut(signal.title(), MAX_TITLE);
    }

    static String summary(Signal signal) {
        return cut(signal.body().isEmpty() ? signal.title() : signal.body(), MAX_SUMMARY);
    }

    /** At most so many characters, cut at a space where there is one, with an ellipsis. */
    static String cut(String text, int max) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= max) {
            return line;
        }
        int space = line.lastIndexOf(' ', max - 1);
        int end = space > max / 2 ? space : max - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
