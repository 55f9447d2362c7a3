package dev.sightline.signals.scout.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where and when something was measured. */
record Moment(int projectId, Instant at) {

    HourCell cell(String kind, String entity) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        return new HourCell(new Cell(projectId, time.toLocalDate(), kind, Entities.of(entity)), time.getHour());
    }
}
