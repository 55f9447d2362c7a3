package dev.sightline.signals.report;

import dev.sightline.auth.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People who can be asked to look at reports: members with a login at GitHub. */
final class Reviewers {

    private Reviewers() {}

    /** A person as the list of reviewers shows one. */
    record Reviewer(String name, String email) {

        static Reviewer of(Person person) {
            return new Reviewer(fullName(person), person.email());
        }
    }

    /** Those whose name or address contains the text, by name. */
    static Map<UUID, Reviewer> available(List<Person> members, String query) {
        String wanted = query == null ? "" : query.toLowerCase(Locale.ROOT);
        return members.stream()
                .filter(person -> person.githubLogin() != null)
                .filter(person -> texts(person)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted((one, other) -> fullName(one).compareToIgnoreCase(fullName(other)))
                .collect(Collectors.toMap(Person::uuid, Reviewer::of, (one, other) -> one, LinkedHashMap::new));
    }

    private static Stream<String> texts(Person person) {
        return Stream.of(fullName(person), person.email(), person.githubLogin());
    }

    private static String fullName(Person person) {
        return (person.firstName() + " " + person.lastName()).trim();
    }
}
