package dev.sightline.signals.scout.agent;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tools of spec/scouts.md 11. */
@ApplicationScoped
class Toolbox {

    private final List<Tools> all;

    Toolbox(@All List<Tools> all) {
        this.all = all;
    }

    /** Those that a skill allows; all if it names none. */
    List<Tool> allowed(List<String> names) {
        return all.stream()
                .flatMap(some -> some.tools().stream())
                .filter(tool -> names.isEmpty() || names.contains(tool.name()))
                .toList();
    }
}
