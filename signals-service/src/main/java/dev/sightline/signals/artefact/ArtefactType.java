package dev.sightline.signals.artefact;

/** The types of artefact, named in the API by their lower-case names (spec/signals.md 6.3). */
public enum ArtefactType {
    SAFETY_JUDGMENT,
    ACTIONABILITY_JUDGMENT,
    PRIORITY_JUDGMENT,
    REPO_SELECTION,
    SUGGESTED_REVIEWERS,
    SIGNAL_FINDING,
    DISMISSAL,
    CODE_REFERENCE,
    COMMIT,
    TASK_RUN,
    NOTE,
    RELATED_TO(false),
    TITLE_CHANGE(false),
    SUMMARY_CHANGE(false),
    VIDEO_SEGMENT(false);

    private final boolean writable;

    ArtefactType() {
        this(true);
    }

    ArtefactType(boolean writable) {
        this.writable = writable;
    }

    /** Whether callers of the API may write it. */
    public boolean writable() {
        return writable;
    }
}
