package dev.sightline.signals.processing.run;

import dev.sightline.signals.pipeline.RepositorySelection.Selection;
import java.util.Optional;

/**
 * The repository a report belongs to.
 *
 * @param selection how it was chosen in this run; empty if it was known
 * @param missing whether there is none although there should be: a person must choose
 */
record Home(Optional<String> repository, Optional<Selection> selection, boolean missing) {

    static Home known(String repository) {
        return new Home(Optional.of(repository), Optional.empty(), false);
    }

    static Home chosen(Selection selection) {
        return new Home(
                selection.repository(),
                Optional.of(selection),
                selection.repository().isEmpty());
    }

    /** Nothing is connected, so no repository is to be missed. */
    static Home nowhere() {
        Selection none = new Selection(
                Optional.empty(), "No GitHub connection has a token; the report is judged by its signals alone.");
        return new Home(Optional.empty(), Optional.of(none), false);
    }
}
