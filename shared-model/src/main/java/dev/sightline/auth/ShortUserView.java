package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/** A person as artefacts show one. */
@JsonPropertyOrder({"id", "uuid", "first_name", "last_name", "email"})
public record ShortUserView(int id, UUID uuid, String firstName, String lastName, String email) {

    /** The view of a person; null for null, which stands for somebody who is gone. */
    public static ShortUserView of(Person person) {
        return person == null
                ? null
                : new ShortUserView(person.id(), person.uuid(), person.firstName(), person.lastName(), person.email());
    }
}
