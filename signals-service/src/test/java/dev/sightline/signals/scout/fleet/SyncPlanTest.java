package dev.sightline.signals.scout.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final SkillText OLD = new SkillText("old", "body", List.of("b", "a"));
    private static final SkillText NEW = new SkillText("new", "body", List.of("a", "b"));
    private static final String NAME = "signals-scout-x";

    private static SyncPlan plan(List<Skill> latest) {
        return SyncPlan.of(List.of(new ShippedScout(NAME, NEW)), latest, true, NOW);
    }

    private static Skill shipped(SkillText text) {
        return new Skill(NAME, 3, text, false, Skill.Origin.shipped(text, NOW));
    }

    @Test
    void anUnknownScoutIsInserted() {
        SyncPlan plan = plan(List.of());

        assertEquals(1, plan.fresh().get(0).version());
        assertTrue(plan.fresh().get(0).pristine());
    }

    @Test
    void anUneditedScoutFollowsWhatIsShipped() {
        SyncPlan plan = plan(List.of(shipped(OLD)));

        assertEquals(4, plan.changed().get(0).version());
        assertEquals(NEW, plan.changed().get(0).text());
    }

    @Test
    void whatIsUpToDateStays() {
        assertTrue(plan(List.of(shipped(NEW))).isEmpty());
    }

    @Test
    void aRemovedScoutIsNeverResurrected() {
        Skill removed = new Skill(NAME, 3, OLD, true, Skill.Origin.shipped(OLD, NOW));

        assertTrue(plan(List.of(removed)).isEmpty());
    }

    @Test
    void anEditedScoutStays() {
        Skill edited = new Skill(NAME, 3, OLD, false, Skill.Origin.shipped(NEW, NOW));

        assertTrue(plan(List.of(edited)).isEmpty());
    }

    @Test
    void aHandWrittenScoutAndOneWithoutAFingerprintStay() {
        assertTrue(plan(List.of(new Skill(NAME, 1, OLD, false, new Skill.Origin(null, null, 1, NOW))))
                .isEmpty());
        assertTrue(plan(List.of(new Skill(NAME, 1, OLD, false, new Skill.Origin(Skill.HARNESS, null, null, NOW))))
                .isEmpty());
    }

    @Test
    void onlyUneditedScoutsThatAreNotShippedAnyMoreAreTakenAway() {
        Skill gone = new Skill("signals-scout-gone", 1, OLD, false, Skill.Origin.shipped(OLD, NOW));
        Skill edited = new Skill("signals-scout-mine", 1, NEW, false, Skill.Origin.shipped(OLD, NOW));

        assertEquals(
                List.of("signals-scout-gone"),
                plan(List.of(shipped(NEW), gone, edited)).pruned());
        assertTrue(SyncPlan.of(List.of(), List.of(gone), true, NOW).isEmpty());
        assertTrue(SyncPlan.of(List.of(new ShippedScout(NAME, NEW)), List.of(shipped(NEW), gone), false, NOW)
                .isEmpty());
    }

    @Test
    void theOrderOfToolsDoesNotCount() {
        assertEquals(
                new SkillText("d", "b", List.of("x", "y")).fingerprint(),
                new SkillText("d", "b", List.of("y", "x")).fingerprint());
        assertNotEquals(OLD.fingerprint(), NEW.fingerprint());
    }

    @Test
    void aFleetThatCannotBeReadFailsLoudly() {
        ShippedScout scout = new ShippedScout(NAME, NEW);

        assertThrows(IllegalStateException.class, () -> new Fleet(List.of(scout, scout)));
        assertThrows(IllegalStateException.class, () -> FleetFiles.parse("x", "tools: a\n\nbody\n"));
        assertEquals(7, FleetFiles.read().size());
    }
}
