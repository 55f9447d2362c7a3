package dev.sightline.signals.scout.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What brings the shipped scouts into a project (spec/scouts.md 8.2). What a team removed, wrote or edited is left alone.
 *
 * @param fresh first versions to insert
 * @param changed later versions to put in the place of the latest
 * @param pruned names of unedited skills that are not shipped any more
 */
record SyncPlan(List<Skill> fresh, List<Skill> changed, List<String> pruned) {

    /**
     * Compares what is shipped, less what is withheld from the project, with the latest version of each of its skills.
     *
     * @param prune whether shipped skills may leave the project
     */
    static SyncPlan of(List<ShippedScout> shipped, List<Skill> latest, boolean prune, Instant now) {
        Map<String, Skill> known = latest.stream().collect(Collectors.toMap(Skill::name, Function.identity()));
        Map<String, ShippedScout> scouts =
                shipped.stream().collect(Collectors.toMap(ShippedScout::name, Function.identity()));
        return new SyncPlan(
                shipped.stream()
                        .filter(scout -> !known.containsKey(scout.name()))
                        .map(scout -> first(scout, now))
                        .toList(),
                shipped.stream()
                        .flatMap(scout -> update(scout, known.get(scout.name()), now).stream())
                        .toList(),
                latest.stream()
                        .filter(skill -> prune && !shipped.isEmpty() && !scouts.containsKey(skill.name()))
                        .filter(skill -> !skill.deleted() && skill.pristine())
                        .map(Skill::name)
                        .toList());
    }

    private static Skill first(ShippedScout scout, Instant now) {
        return new Skill(scout.name(), 1, scout.text(), false, Skill.Origin.shipped(scout.text(), now));
    }

    private static Optional<Skill> update(ShippedScout scout, Skill live, Instant now) {
        return Optional.ofNullable(live)
                .filter(skill -> !skill.deleted() && skill.pristine())
                .filter(skill -> !skill.text().fingerprint().equals(scout.text().fingerprint()))
                .map(skill -> skill.next(scout.text(), Skill.Origin.shipped(scout.text(), now)));
    }

    boolean isEmpty() {
        return fresh.isEmpty() && changed.isEmpty() && pruned.isEmpty();
    }
}
