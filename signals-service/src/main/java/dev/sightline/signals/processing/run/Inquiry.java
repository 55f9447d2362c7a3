package dev.sightline.signals.processing.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sightline.signals.artefact.ArtefactType;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.pipeline.Judgement;
import dev.sightline.signals.pipeline.ReportSafety.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run knows after its signals were found safe and their repository was looked for. */
record Inquiry(Started started, Verdict safety, Past past, Home home) {

    /** The artefacts up to here. */
    List<NewArtefact> artefacts() {
        List<NewArtefact> artefacts = new ArrayList<>();
        artefacts.add(artefact(ArtefactType.SAFETY_JUDGMENT, safety.artefact()));
        home.selection()
                .map(selection -> (JsonNode) selection.artefact())
                .filter(content -> past.differs(ArtefactType.REPO_SELECTION, content))
                .ifPresent(content -> artefacts.add(artefact(ArtefactType.REPO_SELECTION, content)));
        return artefacts;
    }

    /** All artefacts, when the report was judged. */
    List<NewArtefact> artefacts(Judgement judgement, ArrayNode reviewers) {
        List<NewArtefact> artefacts = artefacts();
        artefacts.add(artefact(ArtefactType.ACTIONABILITY_JUDGMENT, judgement.actionabilityArtefact()));
        judgement
                .priorityArtefact()
                .ifPresent(content -> artefacts.add(artefact(ArtefactType.PRIORITY_JUDGMENT, content)));
        Optional.of(reviewers)
                .filter(found -> !found.isEmpty()
                        && !past.reviewersAreChosen()
                        && past.differs(ArtefactType.SUGGESTED_REVIEWERS, found))
                .ifPresent(found -> artefacts.add(artefact(ArtefactType.SUGGESTED_REVIEWERS, found)));
        return artefacts;
    }

    private NewArtefact artefact(ArtefactType type, JsonNode content) {
        return NewArtefact.bySystem(started.run().reportId(), type, content);
    }
}
