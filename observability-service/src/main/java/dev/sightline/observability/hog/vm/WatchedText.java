package dev.sightline.observability.hog.vm;

/** A text that looks at the clock while a library reads it. */
record WatchedText(Run run, String text, int weight) implements CharSequence {

    /** Characters of a pattern that cost about one step for each character of the text. */
    static final int STEPS = 8;

    @Override
    public char charAt(int index) {
        run.work(weight);
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
