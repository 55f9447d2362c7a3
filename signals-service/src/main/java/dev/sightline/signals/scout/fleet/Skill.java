package dev.sightline.signals.scout.fleet;

import java.time.Instant;

/**
 * A version of a project's skill.
 *
 * @param origin where it comes from
 */
public record Skill(String name, int version, SkillText text, boolean deleted, Origin origin) {

    /** Who put shipped skills into the project. */
    static final String HARNESS = "sightline";

    /**
     * Where a skill comes from.
     *
     * @param seededBy set on shipped ones
     * @param canonicalHash fingerprint of what was last shipped
     * @param createdBy the person who wrote it
     */
    public record Origin(String seededBy, String canonicalHash, Integer createdBy, Instant createdAt) {

        static Origin shipped(SkillText text, Instant at) {
            return new Origin(HARNESS, text.fingerprint(), null, at);
        }
    }

    /** Whether it was shipped, whatever became of it. */
    public boolean seeded() {
        return HARNESS.equals(origin.seededBy());
    }

    /** Whether it is what was last shipped. */
    boolean pristine() {
        return seeded() && text.fingerprint().equals(origin.canonicalHash());
    }

    /** The next version of it. */
    Skill next(SkillText changed, Origin from) {
        return new Skill(name, version + 1, changed, false, from);
    }
}
