package dev.sightline.observability.hog;

/** What came of judging an event. */
public sealed interface Verdict {

    /** What the program printed, lines joined by line ends; empty if that was lost to a failure. */
    String reasoning();

    /** The event passed or failed. */
    record Judged(boolean result, String reasoning) implements Verdict {}

    /** The evaluation does not apply to the event. */
    record NotApplicable(String reasoning) implements Verdict {}

    /** The evaluation is at fault and would be with other events, too: it should be switched off. */
    record Broken(String error, String reasoning) implements Verdict {}

    /** The event's data are not what the evaluation expects: this event is skipped, the evaluation stays on. */
    record UnfitInput(String error) implements Verdict {
        @Override
        public String reasoning() {
            return "";
        }
    }

    /** The host ended the run; nothing is known about the event or the evaluation. */
    record Interrupted(String error) implements Verdict {
        @Override
        public String reasoning() {
            return "";
        }
    }
}
