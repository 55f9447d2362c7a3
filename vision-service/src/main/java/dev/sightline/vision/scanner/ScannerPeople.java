package dev.sightline.vision.scanner;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Person;
import dev.sightline.auth.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The people behind scanners. */
@ApplicationScoped
class ScannerPeople {

    private final Directory directory;

    ScannerPeople(Directory directory) {
        this.directory = directory;
    }

    /** The creator as answers show one; null for nobody or somebody who is gone. */
    UserView view(Integer userId) {
        return UserView.of(
                Optional.ofNullable(userId).flatMap(directory::person).orElse(null));
    }

    /** These people by first name, last name, e-mail and id, without those who are gone. */
    List<UserView> views(List<Integer> userIds) {
        return userIds.stream()
                .map(directory::person)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Person::firstName)
                        .thenComparing(Person::lastName)
                        .thenComparing(Person::email)
                        .thenComparing(Person::id))
                .map(UserView::of)
                .toList();
    }

    /** The ids of the project's people in the order of what they are called. */
    List<Integer> byName(int projectId) {
        return directory.organizationOf(projectId).stream()
                .flatMap(organization -> organization.members().stream())
                .sorted(Comparator.comparing(ScannerPeople::called).thenComparing(Person::id))
                .map(Person::id)
                .toList();
    }

    private static String called(Person person) {
        return Stream.of(person.firstName(), person.lastName(), person.email())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}
