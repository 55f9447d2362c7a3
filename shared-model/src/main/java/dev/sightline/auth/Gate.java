package dev.sightline.auth;

import dev.sightline.api.ApiException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may pass, in the order and words of spec/platform.md A.3: who it is, whether the route takes keys at all,
 * which project is meant, whether the key reaches it, whether it has the scopes, whether the person is a member.
 */
@ApplicationScoped
class Gate {

    private final Directory directory;
    private final List<KeySource> sources;

    Gate(Directory directory, @All List<KeySource> sources) {
        this.directory = directory;
        this.sources = sources;
    }

    Admission admit(Credential credential, Requirement requirement, ProjectName name) {
        ApiKey key = identify(credential);
        Person person = directory
                .person(key.userId())
                .orElseThrow(() -> ApiException.authenticationFailed(credential.unknown()));
        if (!(requirement instanceof Requirement.Scoped scoped)) {
            throw ApiException.forbidden("This action does not support personal API key access");
        }
        Admission admission = resolve(key, person, name);
        checkReach(admission);
        checkScopes(key, scoped);
        checkMembership(admission);
        return admission;
    }

    /** The key behind a credential. */
    private ApiKey identify(Credential credential) {
        if (credential.isProjectSecret()) {
            throw ApiException.forbidden("This action does not support project secret API key access");
        }
        return find(credential.secret()).orElseThrow(() -> ApiException.authenticationFailed(credential.unknown()));
    }

    /** The key behind a secret, whoever knows it. */
    Optional<ApiKey> find(String secret) {
        return sources.stream().flatMap(source -> source.find(secret).stream()).findFirst();
    }

    private Admission resolve(ApiKey key, Person person, ProjectName name) {
        if (!name.isGiven()) {
            return new Admission(key, person, null, null);
        }
        Project project = project(key, person, name).orElseThrow(() -> ApiException.notFound("Project not found."));
        Organization owner =
                directory.organizationOf(project.id()).orElseThrow(() -> ApiException.notFound("Project not found."));
        return new Admission(key, person, project, owner);
    }

    /** A capture token in the query names the project instead of the path. */
    private Optional<Project> project(ApiKey key, Person person, ProjectName name) {
        if (name.token() != null) {
            return Optional.of(directory
                    .projectByCaptureToken(name.token())
                    .orElseThrow(() -> ApiException.authenticationFailed("Incorrect authentication credentials.")));
        }
        return name.isCurrent() ? current(key, person) : name.number().flatMap(directory::project);
    }

    /** The first project of the person that the key reaches. */
    Optional<Project> current(ApiKey key, Person person) {
        Set<Integer> reach = key.projects();
        return directory.organizationsOf(person).stream()
                .flatMap(organization -> organization.projects().stream())
                .filter(project -> reach.isEmpty() || reach.contains(project.id()))
                .findFirst();
    }

    private void checkReach(Admission admission) {
        if (admission.project() == null) {
            return;
        }
        checkReach(admission.key().projects(), admission.project().id(), "project");
        checkReach(admission.key(), admission.organization());
    }

    /** Refuses a key that is restricted to other organizations. */
    void checkReach(ApiKey key, Organization organization) {
        checkReach(key.organizations(), organization.id(), "organization");
    }

    private static <T> void checkReach(Set<T> reach, T asked, String kind) {
        if (!reach.isEmpty() && !reach.contains(asked)) {
            throw ApiException.forbidden(
                    "API key does not have access to the requested " + kind + ": ID " + asked + ".");
        }
    }

    private static void checkScopes(ApiKey key, Requirement.Scoped required) {
        Scopes.firstMissing(key.scopes(), required.scopes()).ifPresent(scope -> {
            throw ApiException.forbidden("API key missing required scope '" + scope + "'");
        });
    }

    private static void checkMembership(Admission admission) {
        if (admission.project() != null && !admission.organization().has(admission.person())) {
            throw ApiException.forbidden("You don't have access to the project.");
        }
    }
}
