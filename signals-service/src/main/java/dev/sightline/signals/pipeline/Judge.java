package dev.sightline.signals.pipeline;

import io.smallrye.mutiny.Uni;

/** Finds out what a report says, what can be done about it and how urgent that is. */
public interface Judge {

    Uni<Judgement> judge(Evidence evidence);
}
