package dev.sightline.vision.scanner;

import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.activity.Actor;
import dev.sightline.activity.Changes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the activity log hears of scanners, in the transaction that saves them. */
@ApplicationScoped
class ScannerLog {

    private final ActivityLog log;

    ScannerLog(ActivityLog log) {
        this.log = log;
    }

    /** What people set, by the names of the API. */
    static Map<String, Object> fields(ScannerEntity scanner) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", scanner.name);
        fields.put("description", scanner.description);
        fields.put("scanner_config", scanner.scannerConfig);
        fields.put("query", scanner.query);
        fields.put("sampling_rate", scanner.samplingRate);
        fields.put("provider", scanner.provider);
        fields.put("model", scanner.model);
        fields.put("enabled", scanner.enabled);
        fields.put("emits_signals", scanner.emitsSignals);
        return fields;
    }

    Uni<Void> created(ScannerEntity scanner, Actor actor) {
        return append(scanner, Activity.CREATED, Map.of("enabled", scanner.enabled), actor);
    }

    /** Nothing if nothing changed. */
    Uni<Void> updated(Map<String, ?> before, ScannerEntity scanner, Actor actor) {
        List<Map<String, Object>> changes = Changes.between(before, fields(scanner));
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : append(scanner, Activity.UPDATED, Map.of("enabled", scanner.enabled, "changes", changes), actor);
    }

    Uni<Void> deleted(ScannerEntity scanner, Actor actor) {
        return append(scanner, Activity.DELETED, Map.of("enabled", false), actor);
    }

    private Uni<Void> append(ScannerEntity scanner, String what, Map<String, ?> detail, Actor actor) {
        Activity activity = new Activity(scanner.projectId, "ReplayScanner", scanner.id, scanner.name, what, detail);
        return Panache.getSession().flatMap(session -> log.append(session, activity, actor));
    }
}
