package dev.sightline.signals.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ReportStateApiTest {

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Test
    void aDismissedReportLeavesTheListAndSaysWhy() {
        UUID report = inbox.readyReport();

        inbox.state(report, Map.of("state", "suppressed", "dismissal_reason", "other", "dismissal_note", "Known."))
                .then()
                .statusCode(200)
                .body("status", equalTo("suppressed"))
                .body("dismissal_reason", equalTo("other"))
                .body("dismissal_note", equalTo("Known."));

        inbox.get("reports").then().body("count", equalTo(0));
        inbox.get("reports?status=suppressed").then().body("results.id", contains(report.toString()));
        inbox.get("reports/" + report).then().statusCode(200);
    }

    @Test
    void aRestoredReportIsWhatItWas() {
        UUID report = inbox.readyReport();
        inbox.state(report, Map.of("state", "suppressed"));

        inbox.state(report, Map.of("state", "potential", "snooze_for", 5))
                .then()
                .statusCode(200)
                .body("status", equalTo("ready"));
    }

    @Test
    void aSnoozedReportSleepsUntilItGainedSoManySignals() {
        UUID report = inbox.readyReport();

        inbox.state(report, Map.of("state", "potential", "snooze_for", 2))
                .then()
                .statusCode(200)
                .body("status", equalTo("potential"))
                .body("signals_at_run", equalTo(3));
    }

    @Test
    void severalReportsAreChangedEachForItself() {
        UUID report = inbox.readyReport();
        UUID unknown = UUID.randomUUID();

        inbox.post("reports/bulk-state", Map.of("state", "suppressed", "ids", List.of(report, unknown, report)))
                .then()
                .statusCode(200)
                .body("results", hasSize(2))
                .body("results.outcome", contains("transitioned", "not_found"))
                .body("results.status", contains("suppressed", null))
                .body("results[0].detail", nullValue())
                .body("transitioned_count", equalTo(1))
                .body("not_found_count", equalTo(1));
        inbox.post("reports/bulk-state", Map.of("state", "suppressed", "ids", List.of(report)))
                .then()
                .body("skipped_count", equalTo(1));
    }

    @Test
    void rewordingKeepsWhatWasThere() {
        UUID report = inbox.readyReport();

        inbox.patch("reports/" + report, Map.of("title", "  The coupon button is dead  "))
                .then()
                .statusCode(200)
                .body("title", equalTo("The coupon button is dead"));

        inbox.get("reports/" + report + "/artefacts")
                .then()
                .body("results[0].type", equalTo("title_change"))
                .body("results[0].content.new_title", equalTo("The coupon button is dead"));
    }

    @Test
    void aDeletedReportIsGoneAndItsSignalsGroupNoMore() {
        UUID report = inbox.readyReport();

        inbox.asMember()
                .delete(inbox.path("reports/" + report))
                .then()
                .statusCode(202)
                .body("status", equalTo("deletion_started"));

        inbox.get("reports/" + report).then().statusCode(404);
        UUID next = inbox.readyReport();
        inbox.get("reports/" + next + "/signals").then().body("signals", hasSize(1));
    }

    @Test
    void aResolvedReportStaysSoAndARelatedOneOpens() {
        UUID report = inbox.readyReport();
        inbox.state(report, Map.of("state", "resolved")).then().statusCode(200);

        UUID next = inbox.readyReport();

        inbox.get("reports/" + report)
                .then()
                .body("status", equalTo("resolved"))
                .body("signal_count", equalTo(1));
        inbox.get("reports/" + next + "/artefacts")
                .then()
                .body("results.findAll { it.type == 'related_to' }.content.report_id", contains(report.toString()));
    }

    @Test
    void membersWithALoginCanBeAskedToReview() {
        inbox.get("reports/available_reviewers")
                .then()
                .statusCode(200)
                .body(
                        inbox.project().person().uuid() + ".email",
                        equalTo(inbox.project().person().email()));
        inbox.get("reports/available_reviewers?query=nobody").then().body("size()", equalTo(0));
    }
}
