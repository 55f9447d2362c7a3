package dev.sightline.signals.report.state;

/** What a report says of itself; each may be null. {@code error} says why it failed or what it waits for. */
public record Wording(String title, String summary, String error) {

    /** Title and summary of a report that nothing is wrong with. */
    public static Wording of(String title, String summary) {
        return new Wording(title, summary, null);
    }

    /** The same under another title; unchanged if that is null. */
    public Wording retitled(String newTitle) {
        return newTitle == null ? this : new Wording(newTitle, summary, error);
    }

    Wording error(String text) {
        return new Wording(title, summary, text);
    }

    Wording need(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new IncompleteTransition(what);
        }
        return this;
    }
}
