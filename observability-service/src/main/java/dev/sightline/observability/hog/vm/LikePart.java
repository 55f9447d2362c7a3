package dev.sightline.observability.hog.vm;

/** The part of a {@code like} pattern between two {@code %}: characters and {@code _}. */
abstract class LikePart {

    private static final int POLL = (1 << 12) - 1;

    static LikePart of(String part, boolean ignoreCase) {
        if (part.indexOf('_') >= 0) {
            return new Wild(part, ignoreCase);
        }
        return ignoreCase ? new AnyCase(part) : new Exact(part);
    }

    /** Where the first match that lies inside the range ends, -1 if there is none. */
    abstract int find(Run run, String text, int from, int to);

    private static final class Exact extends LikePart {
        private final String part;

        private Exact(String part) {
            this.part = part;
        }

        @Override
        int find(Run run, String text, int from, int to) {
            run.work(1);
            int at = text.indexOf(part, from);
            return at < 0 || at + part.length() > to ? -1 : at + part.length();
        }
    }

    private static final class AnyCase extends LikePart {
        private final String part;
        private final char lower;
        private final char upper;

        private AnyCase(String part) {
            this.part = part;
            this.lower = Character.toLowerCase(part.charAt(0));
            this.upper = Character.toUpperCase(part.charAt(0));
        }

        @Override
        int find(Run run, String text, int from, int to) {
            run.work(1);
            for (int i = from, last = to - part.length(); i <= last; i++) {
                char c = text.charAt(i);
                if ((i & POLL) == POLL) {
                    run.work(POLL >> 2);
                }
                if ((c == lower || c == upper || c > '\u007f') && text.regionMatches(true, i, part, 0, part.length())) {
                    return i + part.length();
                }
            }
            return -1;
        }
    }

    private static final class Wild extends LikePart {
        private final int[] codePoints;
        private final boolean ignoreCase;

        private Wild(String part, boolean ignoreCase) {
            this.codePoints = part.codePoints().toArray();
            this.ignoreCase = ignoreCase;
        }

        @Override
        int find(Run run, String text, int from, int to) {
            run.work(1);
            for (int i = from; i < to; i++) {
                run.work(1 + (codePoints.length >> 3));
                int end = end(text, i, to);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }

        private int end(String text, int start, int to) {
            int at = start;
            for (int wanted : codePoints) {
                if (at >= to || !matches(wanted, text.codePointAt(at))) {
                    return -1;
                }
                at += Character.charCount(text.codePointAt(at));
            }
            return at <= to ? at : -1;
        }

        private boolean matches(int wanted, int found) {
            return wanted == '_' ? found != '\n' : wanted == found || ignoreCase && sameLetter(wanted, found);
        }

        private static boolean sameLetter(int a, int b) {
            return Character.toLowerCase(Character.toUpperCase(a)) == Character.toLowerCase(Character.toUpperCase(b));
        }
    }
}
