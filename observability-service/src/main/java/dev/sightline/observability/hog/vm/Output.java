package dev.sightline.observability.hog.vm;

/** The printed lines, joined by line ends and cut at a length. */
final class Output {

    private static final String CUT = "…";

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private boolean empty = true;
    private boolean full;

    Output(int limit) {
        this.limit = limit;
    }

    void print(String line) {
        if (full) {
            return;
        }
        if (!empty) {
            text.append('\n');
        }
        empty = false;
        text.append(line, 0, Math.min(line.length(), limit + 1 - Math.min(limit, text.length())));
        cut();
    }

    private void cut() {
        if (text.length() > limit) {
            int end = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
            text.setLength(end);
            text.append(CUT);
            full = true;
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
