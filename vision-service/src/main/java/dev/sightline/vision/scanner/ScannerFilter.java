package dev.sightline.vision.scanner;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.sql.Where;
import dev.sightline.vision.analysis.ScannerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which scanners of a project a list holds (spec/vision.md 7.1). */
record ScannerFilter(
        Set<Boolean> enabled,
        Set<ScannerType> types,
        Optional<String> emitsSignals,
        List<Integer> creators,
        Optional<String> search) {

    private static final Map<String, Boolean> ENABLED =
            Map.of("enabled", true, "true", true, "1", true, "disabled", false, "false", false, "0", false);

    static ScannerFilter of(Filters filters) {
        return new ScannerFilter(
                filters.texts("enabled").stream().map(ScannerFilter::enabled).collect(Collectors.toSet()),
                filters.oneOf("scanner_type", ScannerType.class),
                filters.text("emits_signals").map(text -> text.toLowerCase(Locale.ROOT)),
                filters.integers("created_by"),
                filters.text("search"));
    }

    private static boolean enabled(String text) {
        Boolean enabled = ENABLED.get(text.toLowerCase(Locale.ROOT));
        if (enabled == null) {
            throw ApiException.invalid(
                    "enabled",
                    "invalid_choice",
                    "\"" + text + "\" is not a valid choice. Allowed values: enabled, disabled.");
        }
        return enabled;
    }

    Where where(int projectId) {
        Where where = Where.project(projectId);
        if (enabled.size() == 1) {
            where.and("enabled = ?", enabled.iterator().next());
        }
        if (!types.isEmpty()) {
            where.and(
                    "scanner_type = any(?)",
                    types.stream().map(ScannerType::label).toArray(String[]::new));
        }
        emitsSignals
                .filter(Set.of("true", "false")::contains)
                .ifPresent(flag -> where.and("emits_signals = ?", flag.equals("true")));
        if (!creators.isEmpty()) {
            where.and("created_by = any(?)", creators.toArray(Integer[]::new));
        }
        search.ifPresent(text -> where.and(
                "(name ilike ? or description ilike ? or scanner_config ->> 'prompt' ilike ?)",
                Where.containing(text)));
        return where;
    }
}
