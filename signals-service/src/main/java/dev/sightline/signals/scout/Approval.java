package dev.sightline.signals.scout;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether organizations have approved that models read their data. */
@ApplicationScoped
public class Approval {

    private final Directory directory;

    Approval(Directory directory) {
        this.directory = directory;
    }

    /** False for a project that nobody knows. */
    public boolean given(int projectId) {
        return directory
                .organizationOf(projectId)
                .map(Organization::aiDataProcessingApproved)
                .orElse(false);
    }
}
