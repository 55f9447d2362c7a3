package dev.sightline.signals.processing.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sightline.model.ModelException;
import dev.sightline.signals.artefact.ArtefactType;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.pipeline.Judgement;
import dev.sightline.signals.pipeline.ReportSafety.Verdict;
import dev.sightline.signals.pipeline.RunEnd;
import dev.sightline.signals.processing.run.Runs.End;
import dev.sightline.signals.report.state.InProgress;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a run came to.
 *
 * @param next the report's next state, given the one it is in when the run ends
 * @param artefacts to be appended to it
 */
record Conclusion(End end, Next next, List<NewArtefact> artefacts) {

    private static final Logger LOG = Logger.getLogger(Conclusion.class);

    private static final String MISSING_REPOSITORY =
            "It is not known which of the connected repositories this is about. Write an artefact of type"
                    + " repo_selection that names one, then bring the report back to potential.";

    /** From the state in which the run finds its report at its end. */
    interface Next {

        ReportState of(InProgress running, Instant now);
    }

    private static Conclusion failed(String reason, String error, List<NewArtefact> artefacts) {
        return new Conclusion(new End("failed", "failed", reason), (running, now) -> running.fail(error), artefacts);
    }

    /** There is nothing to judge by. */
    static Conclusion empty(UUID reportId) {
        String error = "The report has no signals.";
        return failed("no_signals_found", error, List.of(NewArtefact.note(reportId, error)));
    }

    /** Something went wrong that would go wrong again; what was found out before is kept. */
    static Conclusion broken(Run run, Throwable failure, List<NewArtefact> artefacts) {
        LOG.errorf(failure, "Run of a report failed project=%d report=%s", run.projectId(), run.reportId());
        String error = failure instanceof ModelException model ? model.getMessage() : "The report could not be judged.";
        List<NewArtefact> all = new ArrayList<>(artefacts);
        all.add(NewArtefact.note(run.reportId(), "The run failed. " + error));
        return failed("agentic_activity_error", error, all);
    }

    /** The signals must not reach anybody who acts on them. */
    static Conclusion unsafe(UUID reportId, Verdict verdict) {
        return failed("safety_judge_rejected", verdict.explanation(), List.of(safety(reportId, verdict)));
    }

    /** Nobody knows where to look: a person must say, and the report waits for that. */
    static Conclusion needsRepository(Inquiry inquiry, String title) {
        String why = inquiry.home().selection().orElseThrow().reason();
        Wording wording = new Wording(title, MISSING_REPOSITORY, "A repository must be chosen: " + why);
        return new Conclusion(
                new End("completed", "pending_input", "repo_selection_required"),
                (running, now) -> running.ask(wording),
                inquiry.artefacts());
    }

    /** The report was judged over the signals that it had when the run began. */
    static Conclusion judged(Inquiry inquiry, Judgement judgement, ArrayNode reviewers) {
        return new Conclusion(
                new End("completed", judgement.actionability().choice().text(), null),
                (running, now) ->
                        RunEnd.of(running, judgement, inquiry.started().signals(), now),
                inquiry.artefacts(judgement, reviewers));
    }

    private static NewArtefact safety(UUID reportId, Verdict verdict) {
        return NewArtefact.bySystem(reportId, ArtefactType.SAFETY_JUDGMENT, verdict.artefact());
    }
}
