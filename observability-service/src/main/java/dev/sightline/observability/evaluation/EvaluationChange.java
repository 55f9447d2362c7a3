package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.json.Wire;

/** What a PATCH makes of an evaluation. Everything but its switch, which {@link EnableGuard} watches. */
record EvaluationChange(PatchEvaluation body) {

    void applyTo(EvaluationEntity row) {
        body.name().ifPresent(value -> row.name = value);
        body.description().ifPresent(value -> row.description = value);
        body.deleted().ifPresent(value -> row.deleted = value);
        body.conditions().ifPresent(row::when);
        if (body.touchesCriteria()) {
            row.judgeBy(criteria(row));
        }
        model(row);
    }

    /** What is not sent is taken from the row, so that the parts have to fit together. */
    private Criteria criteria(EvaluationEntity row) {
        EvaluationType stored =
                Wire.find(EvaluationType.class, row.evaluationType).orElseThrow();
        JsonNode config =
                body.evaluationConfig().present() ? body.evaluationConfig().value() : row.evaluationConfig;
        return new CriteriaReader(body.evaluationType().or(stored), config, output(row)).read();
    }

    private JsonNode output(EvaluationEntity row) {
        return body.outputConfig().present()
                ? body.outputConfig().value()
                : JsonNodeFactory.instance.objectNode().put("allows_na", row.allowsNa);
    }

    /** A program needs no model: turning a judge into one detaches it. */
    private void model(EvaluationEntity row) {
        ModelRules.check(Wire.find(EvaluationType.class, row.evaluationType).orElseThrow(), wanted());
        body.modelConfiguration().ifPresent(row::use);
        if (row.evaluationType.equals(Wire.name(EvaluationType.HOG))) {
            row.use(null);
        }
    }

    private ModelBody wanted() {
        return body.modelConfiguration().value();
    }
}
