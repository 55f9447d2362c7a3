package dev.sightline.signals.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.signals.report.state.ReportFacts;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.signals.report.state.Wording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredReportTest {

    @ParameterizedTest
    @CsvSource({
        // status, dismissed as already fixed, then: whether what matches it is a recurrence
        "RESOLVED,   false, true",
        "SUPPRESSED, true,  true",
        "SUPPRESSED, false, false",
        "POTENTIAL,  true,  false",
        "READY,      true,  false",
        "DELETED,    true,  false"
    })
    void aCauseThatWasGoneMakesWhatMatchesARecurrence(ReportStatus status, boolean alreadyFixed, boolean settled) {
        ReportFacts facts = ReportFacts.first(1, Wording.of("T", "S"));
        ReportState state = ReportState.of(status, facts, ReportStatus.READY);

        assertEquals(
                settled,
                new StoredReport(UUID.randomUUID(), state, Instant.EPOCH, null, alreadyFixed, List.of()).settled());
    }
}
