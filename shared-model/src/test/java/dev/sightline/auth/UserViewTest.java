package dev.sightline.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserViewTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000101");

    @Test
    void showsNineMembersInOrder() {
        assertEquals(
                "{\"id\":7,\"uuid\":\"" + ID
                        + "\",\"distinct_id\":null,\"first_name\":\"Ada\",\"last_name\":\"Example\","
                        + "\"email\":\"ada@example.com\",\"is_email_verified\":null,\"hedgehog_config\":null,"
                        + "\"role_at_organization\":\"\"}",
                Json.write(UserView.of(person(null))));
    }

    @Test
    void shortViewShowsFive() {
        assertEquals(
                "{\"id\":7,\"uuid\":\"" + ID
                        + "\",\"first_name\":\"Ada\",\"last_name\":\"Example\",\"email\":\"ada@example.com\"}",
                Json.write(ShortUserView.of(person(null))));
    }

    @Test
    void nobodyIsShownAsNull() {
        assertNull(UserView.of(null));
        assertNull(ShortUserView.of(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"red\"", "7"})
    void pictureThatIsNoneIsNull(String stored) {
        assertNull(UserView.of(person(stored)).hedgehogConfig());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"use_as_profile\":true,\"color\":\"red\",\"accessories\":[\"cap\"],\"skin\":\"plain\",\"x\":1} | {\"use_as_profile\":true,\"color\":\"red\",\"accessories\":[\"cap\"],\"skin\":\"plain\"}",
                "{\"color\":\"red\"} | {\"use_as_profile\":null,\"color\":\"red\",\"accessories\":null,\"skin\":null}",
                "{\"version\":2,\"use_as_profile\":false,\"color\":\"old\",\"actor_options\":{\"color\":\"red\",\"skin\":\"s\",\"accessories\":[]}} | {\"use_as_profile\":false,\"color\":\"red\",\"accessories\":[],\"skin\":\"s\"}",
                "{\"version\":2} | {\"use_as_profile\":null,\"color\":null,\"accessories\":null,\"skin\":null}"
            })
    void pictureIsReducedToFourMembers(String stored, String shown) {
        assertEquals(shown, Json.write(UserView.of(person(stored)).hedgehogConfig()));
    }

    private static Person person(String hedgehog) {
        JsonNode stored = hedgehog == null ? null : Json.read(hedgehog, JsonNode.class);
        return new Person(7, ID, null, "Ada", "Example", "ada@example.com", null, "", stored, null);
    }
}
