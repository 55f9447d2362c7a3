package dev.sightline.observability.run.automatic;

import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.condition.Conditions;
import dev.sightline.observability.evaluation.condition.SaveTime;
import java.time.ZoneId;

/** An evaluation that runs by itself, its conditions compiled. */
record Watch(Evaluation evaluation, Conditions conditions) {

    static Watch of(Evaluation evaluation, ZoneId zone) {
        SaveTime saved = new SaveTime(evaluation.made().savedAt(), zone);
        return new Watch(evaluation, Conditions.compile(evaluation.conditions(), saved));
    }
}
