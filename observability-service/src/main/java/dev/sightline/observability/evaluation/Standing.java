package dev.sightline.observability.evaluation;

/**
 * Where an evaluation stands. People switch it on and off, only the system lets it fail.
 *
 * <pre>
 *            enabled(false)
 *   Active ────────────────▶ Paused
 *     │  ▲ ◀──────────────── │
 *     │  │   enabled(true)
 *     │  └──────────────┐ enabled(true)
 *     └──────────────▶ Failed      enabled(false) changes nothing
 *        failed(reason)
 * </pre>
 */
sealed interface Standing {

    Status status();

    /** Null unless it failed. */
    default StatusReason reason() {
        return null;
    }

    /** What happened, for people; null unless it failed. */
    default String detail() {
        return null;
    }

    /** The flag older clients know; always follows the status. */
    default boolean isEnabled() {
        return status() == Status.ACTIVE;
    }

    /** What a person's switch makes of it. */
    Standing enabled(boolean wanted);

    static Standing of(boolean enabled) {
        return enabled ? new Active() : new Paused();
    }

    /** It runs by itself. */
    record Active() implements Standing {
        @Override
        public Status status() {
            return Status.ACTIVE;
        }

        @Override
        public Standing enabled(boolean wanted) {
            return wanted ? this : new Paused();
        }

        Failed failed(StatusReason reason, String detail) {
            return new Failed(reason, detail);
        }
    }

    /** A person keeps it from running. */
    record Paused() implements Standing {
        @Override
        public Status status() {
            return Status.PAUSED;
        }

        @Override
        public Standing enabled(boolean wanted) {
            return wanted ? new Active() : this;
        }
    }

    /** The system switched it off. */
    record Failed(StatusReason reason, String detail) implements Standing {
        @Override
        public Status status() {
            return Status.ERROR;
        }

        @Override
        public Standing enabled(boolean wanted) {
            return wanted ? new Active() : this;
        }
    }
}
