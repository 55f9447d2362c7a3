package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.detector.ServiceState.Resolved;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Whether the problems of resolved reports really stopped (spec/scouts.md 15.7, fix check). */
@ApplicationScoped
class InboxValidation implements Detector {

    private static final String DOMAIN = "inbox.resolved";
    private static final Duration SOAK = Duration.ofDays(1);
    private static final int LEAST_BEFORE = 2;

    @Override
    public String skillName() {
        return "signals-scout-inbox-validation";
    }

    @Override
    public Set<String> domains() {
        return Set.of(DOMAIN);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        return facts.service().resolved().stream()
                .filter(report -> report.since().isBefore(facts.now().minus(SOAK)))
                .filter(report -> report.before() >= LEAST_BEFORE && 2 * report.after() >= report.before())
                .map(report -> clue(facts, report))
                .toList();
    }

    private static Clue clue(Facts facts, Resolved report) {
        String description = report.after() + " signals like those of the resolved report "
                + Words.quoted(report.title()) + " since it was resolved, " + report.before()
                + " in the same length of time before: it goes on.";
        return new Clue(
                DOMAIN,
                report.reportId().toString(),
                new Clue.Text(
                        description,
                        "The fix did not hold, or did not reach everybody.",
                        report.since().atOffset(ZoneOffset.UTC).toLocalDate(),
                        facts.now().atOffset(ZoneOffset.UTC).toLocalDate()),
                report.after(),
                new Grade(0.8, 0.7, Severity.P2),
                List.of(new Evidence("signals", description, report.reportId().toString())));
    }
}
