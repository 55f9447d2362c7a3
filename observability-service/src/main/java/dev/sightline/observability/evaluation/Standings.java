package dev.sightline.observability.evaluation;

import dev.sightline.json.Wire;

/** Standings from the columns that hold them. */
final class Standings {

    private Standings() {}

    static Standing read(String status, String reason, String detail) {
        return switch (Wire.find(Status.class, status).orElseThrow()) {
            case ACTIVE -> new Standing.Active();
            case PAUSED -> new Standing.Paused();
            case ERROR ->
                new Standing.Failed(Wire.find(StatusReason.class, reason).orElseThrow(), detail);
        };
    }
}
