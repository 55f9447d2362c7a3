package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.api.Refusal;
import dev.sightline.json.Wire;
import dev.sightline.signals.artefact.ArtefactRequests.Append;
import dev.sightline.signals.artefact.ArtefactRequests.Change;
import dev.sightline.signals.artefact.content.ArtefactContents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What the API does with the artefacts of a report. Changes hold the report, which then shows them. */
@ApplicationScoped
class Artefacts {

    private final Pool pool;
    private final ArtefactStore store;
    private final ArtefactContents contents;
    private final TaskRuns taskRuns;

    Artefacts(Pool pool, ArtefactStore store, ArtefactContents contents, TaskRuns taskRuns) {
        this.pool = pool;
        this.store = store;
        this.contents = contents;
        this.taskRuns = taskRuns;
    }

    Uni<Page<Artefact>> list(ReportKey report, PageRequest page) {
        ArtefactRows rows = new ArtefactRows(pool, report);
        return rows.exists().flatMap(exists -> rows.count()).flatMap(count -> rows.page(page.limit(), page.offset())
                .map(results -> page.page(count, results)));
    }

    Uni<Artefact> find(ReportKey report, UUID id) {
        ArtefactRows rows = new ArtefactRows(pool, report);
        return rows.exists().flatMap(exists -> rows.one(id));
    }

    /** A report that callers cannot see is a 404, whatever else is wrong. */
    Uni<Void> exists(ReportKey report) {
        return new ArtefactRows(pool, report).exists();
    }

    /** An artefact and whether it was there already. */
    record Appended(Artefact artefact, boolean existed) {}

    Uni<Appended> append(ReportKey report, ArtefactType type, Append body, Author author) {
        return type == ArtefactType.TASK_RUN
                ? taskRuns.content(report, body.content(), author).flatMap(run -> appendRun(report, run))
                : appendNew(report, type, contents.normalised(Wire.name(type), body.content()), author);
    }

    private Uni<Appended> appendNew(ReportKey report, ArtefactType type, JsonNode content, Author author) {
        return holding(report, rows -> insert(rows, NewArtefact.of(report.id(), type, content, author)));
    }

    private Uni<Appended> appendRun(ReportKey report, TaskRuns.Named run) {
        JsonNode content = contents.normalised(Wire.name(ArtefactType.TASK_RUN), run.content());
        NewArtefact artefact = NewArtefact.of(report.id(), ArtefactType.TASK_RUN, content, Author.task(run.taskId()));
        return holding(report, rows -> rows.firstOfTask(run.taskId())
                .flatMap(first -> first.map(existing -> Uni.createFrom().item(new Appended(existing, true)))
                        .orElseGet(() -> insert(rows, artefact))));
    }

    Uni<Appended> insert(ArtefactRows rows, NewArtefact artefact) {
        return store.append(rows.client(), rows.report().projectId(), List.of(artefact))
                .flatMap(appended -> rows.one(artefact.id()))
                .map(inserted -> new Appended(inserted, false));
    }

    Uni<Artefact> change(ReportKey report, UUID id, Change body) {
        return holding(report, rows -> rows.one(id)
                .map(artefact -> changed(artefact, body.content()))
                .flatMap(content -> rows.change(id, content))
                .call(changed -> refresh(rows)));
    }

    private JsonNode changed(Artefact artefact, JsonNode sent) {
        JsonNode content = contents.normalised(Wire.name(ArtefactRequests.writable(artefact.type())), sent);
        if (artefact.type() == ArtefactType.TASK_RUN
                && !artefact.text("task_id").equals(content.path("task_id").asText())) {
            throw new Refusal(400, "The task of a run cannot be changed.");
        }
        return content;
    }

    Uni<Void> delete(ReportKey report, UUID id) {
        return holding(
                report, rows -> rows.one(id).flatMap(found -> rows.delete(id)).flatMap(deleted -> refresh(rows)));
    }

    private Uni<Void> refresh(ArtefactRows rows) {
        return store.refresh(
                rows.client(), rows.report().projectId(), List.of(rows.report().id()));
    }

    /** Does something to the artefacts of a report that is held meanwhile. */
    <T> Uni<T> holding(ReportKey report, Function<ArtefactRows, Uni<T>> change) {
        return pool.withTransaction(tx -> {
            ArtefactRows rows = new ArtefactRows(tx, report);
            return rows.hold().flatMap(held -> change.apply(rows));
        });
    }
}
