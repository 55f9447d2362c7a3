package dev.sightline.signals.sourceconfig;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.auth.Caller;

/**
 * Who changes the configurations of a project.
 *
 * @param consent whether the project's organization lets AI process its data
 */
record Editor(int projectId, boolean consent, Actor actor) {

    static Editor of(Caller caller) {
        return new Editor(caller.projectId(), caller.organization().aiDataProcessingApproved(), Actor.of(caller));
    }

    /** Refuses a configuration that cannot work. */
    void check(SourceConfig row) {
        if (row.enabled && !consent && row.source().equals(SourceSettings.SESSION_ANALYSIS)) {
            throw ApiException.invalid("enabled", "The organization has not approved AI data processing.");
        }
        SourceSettings.check(row.source(), row.config);
    }
}
