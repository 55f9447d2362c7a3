package dev.sightline.signals.scout.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scouts that come with Sightline. A file among theirs that cannot be read stops the service. */
@ApplicationScoped
public class Fleet {

    private final Map<String, ShippedScout> byName = new LinkedHashMap<>();
    private final Map<String, String> digests = new HashMap<>();

    Fleet() {
        this(FleetFiles.read());
    }

    Fleet(List<ShippedScout> scouts) {
        for (ShippedScout scout : scouts) {
            if (byName.put(scout.name(), scout) != null) {
                throw new IllegalStateException("Two shipped scouts are called " + scout.name());
            }
            digests.put(scout.name(), scout.text().bodyDigest());
        }
    }

    public List<ShippedScout> scouts() {
        return List.copyOf(byName.values());
    }

    public Optional<ShippedScout> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether a project's skill is one of these, whoever has edited it since. */
    public boolean owns(Skill skill) {
        return skill.seeded() && byName.containsKey(skill.name());
    }

    /** Whether a body of this MD5, in hexadecimal, is that of the shipped scout of the name. */
    public boolean isBody(String name, String md5) {
        return md5.equals(digests.get(name));
    }

    /** Whether a skill still instructs as it was shipped. */
    public boolean unchanged(Skill skill) {
        return owns(skill)
                && byName.get(skill.name()).text().body().equals(skill.text().body());
    }
}
