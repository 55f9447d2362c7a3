package dev.sightline.auth;

import jakarta.enterprise.context.RequestScoped;

/**
 * Who asks, and which project is asked about. Inject it into resources; services below them get plain values. Its
 * answers exist on routes with {@link RequiresScopes}, those about a project where the path names one.
 */
@RequestScoped
public class Caller {

    private Admission admission = new Admission(null, null, null, null);
    private String client;

    /** Fills in what the request filter found out. */
    void enter(Admission admission, String client) {
        this.admission = admission;
        this.client = client;
    }

    /** The key of the request. */
    public ApiKey key() {
        return known(admission.key());
    }

    /** The person whose key it is. */
    public Person person() {
        return known(admission.person());
    }

    /** The project of the path. */
    public Project project() {
        return known(admission.project());
    }

    /** The number of the project of the path. */
    public int projectId() {
        return project().id();
    }

    /** The organization that the project of the path belongs to. */
    public Organization organization() {
        return known(admission.organization());
    }

    /** What the client calls itself in {@code X-PostHog-Client}, for the activity log; null if it does not. */
    public String client() {
        return client;
    }

    private static <T> T known(T fact) {
        if (fact == null) {
            throw new IllegalStateException("This route identifies no caller or names no project");
        }
        return fact;
    }
}
