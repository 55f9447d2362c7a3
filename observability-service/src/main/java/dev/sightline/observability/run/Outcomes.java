package dev.sightline.observability.run;

import dev.sightline.json.Wire;
import dev.sightline.observability.run.judge.Finding;
import dev.sightline.observability.run.judge.Judgement;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** Outcomes as the columns of {@link RunQueries#FINISH}. */
final class Outcomes {

    private Outcomes() {}

    static Tuple columns(Run run, Outcome outcome, Instant now) {
        Tuple columns = Tuple.of(run.projectId(), run.id(), run.attempts(), outcome.status());
        Optional<Outcome.Judged> judged =
                outcome instanceof Outcome.Judged found ? Optional.of(found) : Optional.empty();
        finding(columns, judged.map(Outcome.Judged::finding));
        columns.addString(outcome.type() == null ? null : Wire.name(outcome.type()))
                .addString(outcome.detail());
        judgement(columns, judged.flatMap(Outcome.Judged::judgement));
        return columns.addOffsetDateTime(Rows.parameter(now));
    }

    private static void finding(Tuple columns, Optional<Finding> finding) {
        columns.addBoolean(finding.map(Finding::verdict).orElse(null))
                .addBoolean(finding.map(Finding::applicable).orElse(null))
                .addString(finding.map(Finding::reasoning).orElse(null));
    }

    private static void judgement(Tuple columns, Optional<Judgement> judgement) {
        columns.addString(judgement.map(j -> j.judge().key().provider().wire()).orElse(null))
                .addString(judgement.map(j -> j.judge().model()).orElse(null))
                .addUUID(judgement.map(j -> j.judge().key().id()).orElse(null))
                .addLong(judgement.map(j -> j.usage().inputTokens()).orElse(null))
                .addLong(judgement.map(j -> j.usage().outputTokens()).orElse(null));
    }
}
