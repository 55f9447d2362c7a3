package dev.sightline.signals.scout.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where and when something was measured. */
record Moment(int projectId, Instant at) {

    /** The cell of something that is counted once a day. */
    HourCell wholeDay(String kind, String entity) {
        return new HourCell(cell(kind, entity).cell(), 0);
    }

    HourCell cell(String kind, String entity) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        return new HourCell(new Cell(projectId, time.toLocalDate(), kind, Entities.of(entity)), time.getHour());
    }
}
