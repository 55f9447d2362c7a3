package dev.sightline.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryReaderTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String GOOD = """
            {"organizations": [
               {"id": "01900000-0000-7000-8000-000000000001", "name": "Acme",
                "projects": [{"id": 1, "uuid": "01900000-0000-7000-8000-000000000011", "name": "Shop",
                              "capture_token": "phc_a", "timezone": "Europe/Berlin"},
                             {"id": 2, "uuid": "01900000-0000-7000-8000-000000000012", "name": "Blog",
                              "capture_token": "phc_b"}],
                "members": [{"id": 1, "uuid": "01900000-0000-7000-8000-000000000101", "first_name": "Ada",
                             "last_name": "Example", "email": "ada@example.com", "is_email_verified": true}]}],
             "api_keys": [
               {"id": "local", "sha256": "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2",
                "user_id": 1, "scopes": ["*"], "projects": [1]},
               {"id": "inside", "sha256": "03ac674216f3e15c761ee1a5e255f067953623c8b388b4459e13f978d7c846f4",
                "user_id": 1, "scopes": ["signal_scout_internal:write"], "internal": true}]}
            """;

    private final DirectoryReader reader = new DirectoryReader(VALIDATOR);

    @TempDir
    Path folder;

    @Test
    void goodFileIsRead() throws Exception {
        DirectoryFile file = read(GOOD);

        Organization organization = file.organizations().get(0);
        assertTrue(organization.aiDataProcessingApproved());
        assertEquals(ZoneId.of("Europe/Berlin"), organization.projects().get(0).timezone());
        assertEquals(ZoneId.of("UTC"), organization.projects().get(1).timezone());
        assertTrue(organization.members().get(0).isEmailVerified());
        assertFalse(file.keys().get(0).internal());
    }

    @Test
    void demoDirectoryIsGood() throws Exception {
        DirectoryFile file = reader.read(Path.of("../deploy/local/directory.json"));
        Listing listing = Listing.of(file);

        assertEquals(1, listing.tokens().get("phc_local").id());
        assertEquals(2, listing.tokens().get("phc_other").id());
        assertEquals("local", listing.find("phx_local").orElseThrow().id());
        assertEquals("other", listing.find("phx_other").orElseThrow().id());
        assertTrue(listing.find("phx_local_scout").orElseThrow().internal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"capture_token\": \"phc_b\"  | \"capture_token\": \"phc_a\" | organizations[0].projects[1].capture_token repeats organizations[0].projects[0].capture_token",
                "\"id\": 2,                    | \"id\": 1,                   | organizations[0].projects[1].id repeats organizations[0].projects[0].id",
                "\"uuid\": \"01900000-0000-7000-8000-000000000012\" | \"uuid\": \"01900000-0000-7000-8000-000000000011\" | organizations[0].projects[1].uuid repeats organizations[0].projects[0].uuid",
                "\"id\": \"inside\"            | \"id\": \"local\"            | api_keys[1].id repeats api_keys[0].id",
                "03ac674216f3e15c761ee1a5e255f067953623c8b388b4459e13f978d7c846f4 | F2CA1BB6C7E907D06DAFE4687E579FCE76B37E4E93B7605022DA52E6CCC26FD2 | api_keys[1].sha256 repeats api_keys[0].sha256",
                "\"user_id\": 1, \"scopes\": [\"*\"] | \"user_id\": 9, \"scopes\": [\"*\"] | api_keys[0].user_id 9 is no member of any organization",
                "\"projects\": [1]             | \"projects\": [7]            | api_keys[0].projects names 7, which does not exist",
                ", \"internal\": true          | ``                           | api_keys[1].scopes holds signal_scout_internal:write, which only an internal key may hold",
                "\"scopes\": [\"*\"]           | \"scopes\": [\"all\"]        | api_keys[0].scopes[0] must be * or object:read or object:write",
                "\"name\": \"Acme\",           | ``                           | organizations[0].name must not be blank",
                "\"id\": 2,                    | ``                           | organizations[0].projects[1].id must be greater than 0",
                "\"email\": \"ada@example.com\", | ``                         | organizations[0].members[0].email must not be blank",
                "f2ca1bb6c7e907                | zz                           | api_keys[0].sha256 must be the 64 hexadecimal digits of a SHA-256 hash",
            })
    void fileThatDoesNotHangTogetherNamesTheMember(String good, String bad, String complaint) {
        assertEquals(complaint, complaint(GOOD.replace(good, bad)));
    }

    @Test
    void organizationsAreNeeded() {
        assertEquals("organizations must not be null", complaint("{}"));
    }

    @Test
    void malformedFileNamesTheLine() {
        String complaint = complaint("{\"organizations\": [\n  {\"id\": }\n]}");

        assertTrue(complaint.startsWith("line 2, column 10: organizations[0]: Unexpected character"), complaint);
    }

    @Test
    void memberOfAnotherTypeNamesLineAndMember() {
        String complaint = complaint(GOOD.replace("\"id\": 2,", "\"id\": \"two\","));

        assertTrue(complaint.startsWith("line 5, column 25: organizations[0].projects[1].id: "), complaint);
    }

    @Test
    void unknownTimeZoneNamesTheMember() {
        String complaint = complaint(GOOD.replace("Europe/Berlin", "Europe/Atlantis"));

        assertTrue(complaint.contains("organizations[0].projects[0].timezone"), complaint);
    }

    @Test
    void emptyAndAbsentFilesAreSaidSo() {
        assertEquals("is empty", complaint("null"));
        assertTrue(complaint("").contains("No content"), complaint(""));
        DirectoryException refusal =
                assertThrows(DirectoryException.class, () -> reader.read(folder.resolve("none.json")));
        assertEquals("there is no such file", refusal.getMessage());
    }

    @Test
    void personMayBelongToSeveralOrganizationsButBeOnlyOne() throws Exception {
        String other =
                ", {\"id\": \"01900000-0000-7000-8000-000000000002\", \"name\": \"Other\", \"members\": [%s]}],\n"
                        + " \"api_keys\"";
        String ada = "{\"id\": 1, \"uuid\": \"01900000-0000-7000-8000-000000000101\", \"first_name\": \"Ada\","
                + " \"last_name\": \"Example\", \"email\": \"ada@example.com\", \"is_email_verified\": true}";

        String shared = GOOD.replace("],\n \"api_keys\"", other.formatted(ada));
        String torn = GOOD.replace("],\n \"api_keys\"", other.formatted(ada.replace("Ada", "Someone")));

        assertEquals(2, read(shared).organizations().size());
        assertEquals("organizations[1].members[0].id 1 is somebody else already", complaint(torn));
    }

    @Test
    void complaintsAreOneLineAndSpeakOfTheFileOnly() {
        String complaint = complaint("{\"organizations\": [}");

        assertEquals("line 1, column 20: organizations: Unexpected close marker '}': expected ']'", complaint);
        assertEquals(1, complaint("{\"organizations\": 7}").lines().count());
    }

    private String complaint(String text) {
        return assertThrows(DirectoryException.class, () -> read(text)).getMessage();
    }

    private DirectoryFile read(String text) throws DirectoryException, IOException {
        return reader.read(Files.writeString(folder.resolve("directory.json"), text));
    }
}
