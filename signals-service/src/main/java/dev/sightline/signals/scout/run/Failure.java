package dev.sightline.signals.scout.run;

/**
 * What is told of a run that did not succeed; nothing of one that did.
 *
 * @param error all of it
 * @param reason its first line, at most 500 characters
 */
record Failure(String error, String reason) {

    private static final int MAX_REASON = 500;

    static Failure of(ScoutRun run) {
        return switch (run.status()) {
            case FAILED -> of(run.result().error(), "failed without a recorded message");
            case CANCELLED -> of(run.result().error(), "cancelled");
            default -> new Failure(null, null);
        };
    }

    private static Failure of(String error, String otherwise) {
        String reason = error.strip().lines().findFirst().orElse(otherwise);
        int end = Math.min(reason.codePointCount(0, reason.length()), MAX_REASON);
        return new Failure(error.isBlank() ? null : error, reason.substring(0, reason.offsetByCodePoints(0, end)));
    }
}
