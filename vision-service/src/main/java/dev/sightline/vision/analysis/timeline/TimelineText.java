package dev.sightline.vision.analysis.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A timeline as text for a language model: one line a moment, bounded, everything that came from the session between two
 * marks that cannot occur inside.
 */
public final class TimelineText {

    /** Stands before the session's words. */
    public static final String OPENING = "<<<SESSION DATA";
    /** Stands behind them. */
    public static final String CLOSING = "SESSION DATA>>>";

    private static final Comparator<Line> MOST_TELLING_FIRST = Comparator.comparingInt(Line::rank);
    private static final Comparator<Line> BY_TIME = Comparator.comparingInt(Line::position);

    private TimelineText() {}

    private record Line(int position, int rank, String text) {}

    /**
     * The text of a timeline. Where there is no room for all, the least telling moments are left out and their number is
     * said.
     *
     * @param maxCharacters of the lines between the marks
     */
    public static String of(Timeline timeline, int maxCharacters) {
        List<Line> kept = kept(lines(timeline), maxCharacters);
        int leftOut = timeline.moments().size() - kept.size();
        String lines = kept.stream().sorted(BY_TIME).map(Line::text).collect(Collectors.joining("\n"));
        return OPENING + "\n" + lines + "\n" + CLOSING + remarks(timeline, leftOut);
    }

    private static String remarks(Timeline timeline, int leftOut) {
        String shortened = leftOut == 0 ? "" : "\n" + leftOut + " less telling moments were left out.";
        return shortened
                + (timeline.coverage().truncated() ? "\nThe session had more moments than a timeline holds." : "");
    }

    private static List<Line> lines(Timeline timeline) {
        List<Line> lines = new ArrayList<>();
        for (Moment moment : timeline.moments()) {
            lines.add(new Line(lines.size(), rank(moment.kind()), line(moment)));
        }
        return lines;
    }

    private static List<Line> kept(List<Line> lines, int maxCharacters) {
        List<Line> kept = new ArrayList<>();
        int left = maxCharacters;
        for (Line line : lines.stream().sorted(MOST_TELLING_FIRST).toList()) {
            left -= line.text.length() + 1;
            if (left < 0) {
                break;
            }
            kept.add(line);
        }
        return kept;
    }

    private static int rank(MomentKind kind) {
        return switch (kind) {
            case SCROLL, HIDDEN, VISIBLE -> 4;
            case INPUT, CONSOLE_WARNING -> 3;
            case CLICK -> 2;
            case EVENT, SUBMIT, IDLE, ONLINE -> 1;
            default -> 0;
        };
    }

    private static String line(Moment moment) {
        StringBuilder line = new StringBuilder("t ").append(moment.atMs() / 1000);
        if (moment.time().lengthMs() >= 1000) {
            line.append(" to ").append(moment.time().toMs() / 1000);
        }
        line.append(' ').append(moment.kind().label().replace('_', ' '));
        append(line, " ", moment.where().element().describe());
        append(line, ": ", moment.text());
        append(line, " on ", moment.kind() == MomentKind.PAGE ? moment.where().url() : "");
        return line.toString();
    }

    private static void append(StringBuilder line, String before, String text) {
        if (!text.isEmpty()) {
            line.append(before).append(unfenced(text));
        }
    }

    private static String unfenced(String text) {
        return text.replace("<<<", "< <").replace(">>>", "> >");
    }
}
