package dev.sightline.signals.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.signal.StoredSignal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A report with its live signals, oldest first. */
record ReportSignals(ReportView report, List<Member> signals) {

    static ReportSignals of(ReportView report, List<StoredSignal> signals) {
        return new ReportSignals(report, signals.stream().map(Member::of).toList());
    }

    /** A signal and why it is here. */
    record Member(
            UUID signalId,
            String content,
            String sourceProduct,
            String sourceType,
            String sourceId,
            double weight,
            Instant timestamp,
            JsonNode extra,
            JsonNode matchMetadata) {

        static Member of(StoredSignal signal) {
            return new Member(
                    signal.id(),
                    signal.content().description(),
                    signal.content().source().product(),
                    signal.content().source().type(),
                    signal.content().sourceId(),
                    signal.content().weight(),
                    signal.emittedAt(),
                    signal.content().extra(),
                    signal.matchMetadata());
        }
    }
}
