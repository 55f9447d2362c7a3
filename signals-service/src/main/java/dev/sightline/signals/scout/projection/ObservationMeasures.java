package dev.sightline.signals.scout.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.ObservationCompleted;

/** What a finished observation adds. Each is of another session, so sessions are counted. */
final class ObservationMeasures {

    private ObservationMeasures() {}

    static void add(Measures measures, ObservationCompleted observation) {
        if (observation.completedAt() == null || observation.scannerId() == null || observation.status() == null) {
            return;
        }
        Moment moment = new Moment(observation.projectId(), observation.completedAt());
        String scanner = observation.scannerId().toString();
        measures.name(observation.projectId(), scanner, String.valueOf(observation.scannerName()));
        switch (observation.status()) {
            case "succeeded" -> measures.count(moment.cell(Kinds.SUCCEEDED, scanner), 1);
            case "failed" -> measures.count(moment.cell(Kinds.FAILED, scanner), 1);
            case "ineligible" -> measures.count(moment.cell(Kinds.INELIGIBLE, scanner), 1);
            default -> {}
        }
        if (observation.modelOutput() != null) {
            answer(measures, moment, scanner, observation.modelOutput());
        }
    }

    private static void answer(Measures measures, Moment moment, String scanner, JsonNode answer) {
        switch (answer.path("verdict").asText("")) {
            case "yes" -> measures.count(moment.cell(Kinds.YES, scanner), 1);
            case "no" -> measures.count(moment.cell(Kinds.NO, scanner), 1);
            default -> {}
        }
        if (answer.path("score").isNumber()) {
            double score = answer.path("score").doubleValue();
            measures.count(moment.cell(Kinds.SCORE, scanner), score);
            measures.count(moment.cell(Kinds.SCORE_SQUARED, scanner), score * score);
        }
        answer.path("tags").forEach(tag -> measures.count(moment.cell(Kinds.TAG, scanner + "/" + tag.asText()), 1));
    }
}
