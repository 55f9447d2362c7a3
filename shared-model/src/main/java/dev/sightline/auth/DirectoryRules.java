package dev.sightline.auth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What must hold across the directory: nothing is named twice, and a key points only to what exists. */
final class DirectoryRules {

    private final DirectoryFile file;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<Integer, Person> people = new HashMap<>();
    private final Set<Integer> projects = new HashSet<>();

    DirectoryRules(DirectoryFile file) {
        this.file = file;
    }

    void check() throws DirectoryException {
        List<Organization> organizations = file.organizations();
        for (int i = 0; i < organizations.size(); i++) {
            check(organizations.get(i), "organizations[" + i + "]");
        }
        for (int i = 0; i < file.keys().size(); i++) {
            check(file.keys().get(i), "api_keys[" + i + "]");
        }
    }

    private void check(Organization organization, String at) throws DirectoryException {
        once("organization", organization.id(), at + ".id");
        for (int i = 0; i < organization.projects().size(); i++) {
            check(organization.projects().get(i), at + ".projects[" + i + "]");
        }
        for (int i = 0; i < organization.members().size(); i++) {
            check(organization.members().get(i), at + ".members[" + i + "]");
        }
    }

    private void check(Project project, String at) throws DirectoryException {
        once("project", project.id(), at + ".id");
        once("project uuid", project.uuid(), at + ".uuid");
        once("capture token", project.captureToken(), at + ".capture_token");
        projects.add(project.id());
    }

    /** A person may belong to several organizations, described alike in each. */
    private void check(Person person, String at) throws DirectoryException {
        Person other = people.putIfAbsent(person.id(), person);
        if (other != null && !other.equals(person)) {
            throw new DirectoryException(at + ".id " + person.id() + " is somebody else already");
        }
        if (other == null) {
            once("person uuid", person.uuid(), at + ".uuid");
        }
    }

    private void check(DirectoryFile.Entry entry, String at) throws DirectoryException {
        once("key", entry.id(), at + ".id");
        once("key hash", entry.sha256().toLowerCase(Locale.ROOT), at + ".sha256");
        if (!people.containsKey(entry.userId())) {
            throw new DirectoryException(at + ".user_id " + entry.userId() + " is no member of any organization");
        }
        checkReach(entry, at);
        checkScopes(entry, at);
    }

    private void checkReach(DirectoryFile.Entry entry, String at) throws DirectoryException {
        for (Integer project : entry.projects()) {
            if (!projects.contains(project)) {
                throw new DirectoryException(at + ".projects names " + project + ", which does not exist");
            }
        }
    }

    private void checkScopes(DirectoryFile.Entry entry, String at) throws DirectoryException {
        for (String scope : entry.scopes()) {
            if (Scopes.isInternal(scope) && !entry.internal()) {
                throw new DirectoryException(at + ".scopes holds " + scope + ", which only an internal key may hold");
            }
        }
    }

    private void once(String kind, Object value, String at) throws DirectoryException {
        String first = seen.putIfAbsent(kind + " " + value, at);
        if (first != null) {
            throw new DirectoryException(at + " repeats " + first);
        }
    }
}
