package dev.sightline.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;
import dev.sightline.auth.Project;
import dev.sightline.json.Json;
import dev.sightline.time.UuidV7;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The directory of the services under test: a real file that tests add to as they go. Each test asks for a project of its
 * own, so that no test sees the rows of another.
 */
public final class TestDirectory {

    private static final int FIRST_PROJECT = 1000;
    private static final int FIRST_PERSON = 500_000;

    private TestDirectory() {}

    /** A new organization with one member, one project and a key with the scope {@code *}. */
    public static TestProject newProject() {
        return newProject(organization -> organization);
    }

    /** The same with an organization that is not like all others. */
    public static TestProject newProject(UnaryOperator<Organization> change) {
        Organization[] made = new Organization[1];
        edit(root -> {
            made[0] = change.apply(
                    organization(FIRST_PROJECT + root.withArray("organizations").size()));
            root.withArray("organizations").add(Json.tree(made[0]));
        });
        return new TestProject(made[0], newKey(made[0].members().get(0), Map.of("scopes", List.of("*"))));
    }

    /**
     * A new key of a person.
     *
     * @param members what its directory entry says beyond its identity: scopes, projects, organizations, internal
     * @return the secret
     */
    public static String newKey(Person person, Map<String, Object> members) {
        String secret = "phx_" + UUID.randomUUID().toString().replace("-", "");
        edit(root -> {
            ObjectNode entry = root.withArray("api_keys").addObject();
            entry.setAll((ObjectNode) Json.tree(members));
            entry.put("id", "key-" + UuidV7.next());
            entry.put("sha256", sha256(secret));
            entry.put("user_id", person.id());
        });
        return secret;
    }

    /** The file, made empty when a test process first asks. */
    static Path file() {
        Path file = Path.of(
                        "target", "test-directory-" + ProcessHandle.current().pid() + ".json")
                .toAbsolutePath();
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, "{\"organizations\": [], \"api_keys\": []}");
                file.toFile().deleteOnExit();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void edit(Consumer<ObjectNode> change) {
        try {
            ObjectNode root = (ObjectNode) Json.mapper().readTree(file().toFile());
            change.accept(root);
            Path draft = Files.writeString(file().resolveSibling(file().getFileName() + ".draft"), root.toString());
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Arc.container() != null) {
            Arc.container().instance(Directory.class).get().refresh();
        }
    }

    private static Organization organization(int number) {
        Project project =
                new Project(number, UuidV7.next(), "Project " + number, "phc_test" + number, ZoneId.of("UTC"));
        return new Organization(
                UuidV7.next(), "Organization " + number, true, List.of(project), List.of(), List.of(person(number)));
    }

    private static Person person(int number) {
        return new Person(
                FIRST_PERSON + number,
                UuidV7.next(),
                "member-" + number,
                "Member",
                Integer.toString(number),
                "member-" + number + "@example.com",
                true,
                "engineering",
                null,
                "member-" + number);
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
