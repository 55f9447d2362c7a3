package dev.sightline.vision.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Citations of moments in prose (spec/vision.md 10): {@code (t 12)} is the twelfth second. Models write them in many
 * ways, so {@code (T=12s, t 15; 20)} is read as well.
 */
public final class Citations {

    private static final String TIME = "\\d+\\s*s?";
    private static final String MARKED = "t\\s*[=:]?\\s*" + TIME;
    private static final Pattern MARK = Pattern.compile(
            "\\(\\s*" + MARKED + "(?:\\s*[,;]\\s*(?:t\\s*[=:]?\\s*)?" + TIME + ")*\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int MAX_DIGITS = 9;
    private static final long TOLERANCE_MS = 1_000;

    private Citations() {}

    /** The mark of a moment, to be put behind the words it proves. */
    public static String mark(long timestampMs) {
        return "(t " + Math.max(0, timestampMs) / 1000 + ")";
    }

    /** Takes the marks out; those later than a second after the recording's end are lost. */
    public static CitedText read(String prose, long durationMs) {
        Pieces pieces = new Pieces(durationMs);
        Matcher mark = MARK.matcher(prose);
        int from = 0;
        while (mark.find()) {
            pieces.text(prose.substring(from, mark.start()).stripTrailing());
            pieces.chips(mark.group());
            from = mark.end();
        }
        pieces.text(prose.substring(from));
        return pieces.cited();
    }

    /** The prose without marks. */
    public static String strip(String prose) {
        return read(prose, 0).plain();
    }

    private static final class Pieces {
        private final long lastMs;
        private final List<Segment> segments = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder open = new StringBuilder();

        Pieces(long durationMs) {
            this.lastMs = durationMs + TOLERANCE_MS;
        }

        void text(String text) {
            plain.append(text);
            open.append(text);
        }

        void chips(String mark) {
            Matcher digits = DIGITS.matcher(mark);
            while (digits.find()) {
                chip(digits.group());
            }
        }

        private void chip(String seconds) {
            if (seconds.length() <= MAX_DIGITS && Long.parseLong(seconds) * 1000 <= lastMs) {
                closeText();
                segments.add(new Segment.Chip(Long.parseLong(seconds) * 1000));
            }
        }

        private void closeText() {
            if (!open.isEmpty()) {
                segments.add(new Segment.Text(open.toString()));
                open.setLength(0);
            }
        }

        CitedText cited() {
            closeText();
            return new CitedText(plain.toString(), segments);
        }
    }
}
