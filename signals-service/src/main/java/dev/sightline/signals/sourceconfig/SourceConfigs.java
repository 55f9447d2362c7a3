package dev.sightline.signals.sourceconfig;

import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.sourceconfig.SourceConfigRequests.Change;
import dev.sightline.signals.sourceconfig.SourceConfigRequests.Whole;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;

/** What the API does with source configurations. */
@ApplicationScoped
class SourceConfigs {

    private final SourceConfigRepository repository;
    private final ActivityLog log;
    private final Clock clock;

    SourceConfigs(SourceConfigRepository repository, ActivityLog log, Clock clock) {
        this.repository = repository;
        this.log = log;
        this.clock = clock;
    }

    Uni<Page<SourceConfigView>> list(int projectId, PageRequest page) {
        return Panache.withSession(() -> repository.page(projectId, page)).map(rows -> rows.map(SourceConfigView::of));
    }

    Uni<SourceConfigView> find(int projectId, UUID id) {
        return Panache.withSession(() -> repository.one(projectId, id)).map(SourceConfigView::of);
    }

    Uni<SourceConfigView> create(Editor editor, Whole body) {
        SourceConfig row = row(editor, body);
        editor.check(row);
        return Panache.withTransaction(() -> repository
                        .count(row.projectId, row.source())
                        .invoke(SourceConfigs::refuseSecond)
                        .flatMap(none -> repository.persistAndFlush(row))
                        .call(saved -> log(editor, saved, "created")))
                .onFailure(ConstraintViolationException.class)
                .transform(raced -> second())
                .map(SourceConfigView::of);
    }

    private SourceConfig row(Editor editor, Whole body) {
        SourceConfig row = new SourceConfig();
        row.id = UuidV7.next();
        row.projectId = editor.projectId();
        row.createdBy = editor.actor().userId();
        row.createdAt = now();
        row.sourceProduct = body.source().product();
        row.sourceType = body.source().type();
        row.enabled = body.enabled();
        row.config = SourceSettings.withDefaults(row.source(), body.config());
        row.updatedAt = row.createdAt;
        return row;
    }

    private static void refuseSecond(long existing) {
        if (existing > 0) {
            throw second();
        }
    }

    private static ApiException second() {
        return ApiException.invalid("source_product", "unique", "This project has configured this source already.");
    }

    Uni<SourceConfigView> replace(Editor editor, UUID id, Whole body) {
        return change(editor, id, row -> {
            row.keep("source_product", row.sourceProduct, body.source().product());
            row.keep("source_type", row.sourceType, body.source().type());
            row.enabled = body.enabled();
            row.config = SourceSettings.withDefaults(row.source(), body.config());
        });
    }

    Uni<SourceConfigView> change(Editor editor, UUID id, Change body) {
        return change(editor, id, row -> {
            body.sourceProduct().ifPresent(product -> row.keep("source_product", row.sourceProduct, product));
            body.sourceType().ifPresent(type -> row.keep("source_type", row.sourceType, type));
            row.enabled = body.enabled().or(row.enabled);
            body.config().ifPresent(config -> row.config = config);
        });
    }

    private Uni<SourceConfigView> change(Editor editor, UUID id, Consumer<SourceConfig> change) {
        return Panache.withTransaction(() -> repository
                        .one(editor.projectId(), id)
                        .invoke(change)
                        .invoke(editor::check)
                        .invoke(row -> row.updatedAt = now())
                        .call(row -> log(editor, row, "updated")))
                .map(SourceConfigView::of);
    }

    Uni<Void> delete(Editor editor, UUID id) {
        return Panache.withTransaction(() -> repository
                .one(editor.projectId(), id)
                .call(repository::delete)
                .flatMap(row -> log(editor, row, "deleted")));
    }

    private Uni<Void> log(Editor editor, SourceConfig row, String what) {
        Activity activity = new Activity(
                row.projectId,
                "SignalSourceConfig",
                row.id,
                row.source().toString(),
                what,
                Map.of("enabled", row.enabled));
        return Panache.getSession().flatMap(session -> log.append(session, activity, editor.actor()));
    }

    private Instant now() {
        return Timestamps.micros(clock.instant());
    }
}
