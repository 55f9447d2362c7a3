package dev.sightline.signals.report;

import dev.sightline.auth.Person;
import dev.sightline.json.Json;
import dev.sightline.signals.artefact.ArtefactType;
import dev.sightline.signals.artefact.Author;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.report.ReportRequests.ChangeState;
import java.util.List;
import java.util.UUID;

/** Content of the artefact that says why a person changed a report's state. */
record Dismissal(String reason, String note, Integer userId, UUID userUuid, String slackUserId) {

    /** The artefact to append, none if the change was not explained. */
    static List<NewArtefact> of(UUID reportId, ChangeState change, Person person, Author author) {
        if (!change.explained()) {
            return List.of();
        }
        String reason = change.dismissalReason() == null
                ? null
                : change.dismissalReason().text();
        Dismissal content = new Dismissal(reason, change.dismissalNote(), person.id(), person.uuid(), null);
        return List.of(NewArtefact.of(reportId, ArtefactType.DISMISSAL, Json.tree(content), author));
    }
}
