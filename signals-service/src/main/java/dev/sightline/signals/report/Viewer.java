package dev.sightline.signals.report;

import dev.sightline.auth.Caller;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;

/** Through whose eyes reports are seen: somebody of the organization that the project belongs to. */
record Viewer(int projectId, Organization organization, Person person) {

    static Viewer of(Caller caller) {
        return new Viewer(caller.projectId(), caller.organization(), caller.person());
    }

    /** The login by which artefacts name the viewer; null for none. */
    String login() {
        return ReportFilter.login(person);
    }
}
