package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.local.stack.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica that neither Postgres nor Kafka lets in is alive, not ready, and comes in as soon as they do let it in. */
@Tag("outages")
@ExtendWith(ClusterExtension.class)
class WrongPasswordsIT {

    private static final String OTHER = "another";
    private static final String SIGNED_IN = "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"late\" password=\"" + OTHER + "\";";

    @Test
    void theyAreWaitedFor(Cluster cluster) throws Exception {
        cluster.require(Service.SIGNALS);
        try (Replica late = start(cluster)) {
            Reminders reminders = Reminders.of(late);
            await().atMost(Cluster.PATIENCE).until(() -> late.health("started") == 200);
            await().atMost(Cluster.PATIENCE).until(() -> late.log().contains("password authentication failed"));
            await().atMost(Cluster.PATIENCE).until(() -> late.log().contains("SaslAuthenticationException"));
            assertEquals(200, late.health("live"));
            assertEquals(List.of("DOWN", "DOWN"), serversOf(late));

            admit(cluster);
            password(cluster, OTHER, Service.SIGNALS.id());
            await().atMost(Cluster.PATIENCE).until(late::isReady);
            password(cluster, Service.SIGNALS.id(), OTHER);
            assertTrue(late.isAlive());
            reminders.check();
        }
    }

    private static Replica start(Cluster cluster) throws IOException {
        return cluster.start(
                Service.SIGNALS,
                Map.of(
                        "SIGHTLINE_POSTGRES_PASSWORD",
                        OTHER,
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "false",
                        "SIGHTLINE_KAFKA",
                        cluster.guardedKafkaAddress(),
                        "KAFKA_SECURITY_PROTOCOL",
                        "SASL_PLAINTEXT",
                        "KAFKA_SASL_MECHANISM",
                        "SCRAM-SHA-256",
                        "KAFKA_SASL_JAAS_CONFIG",
                        SIGNED_IN));
    }

    /** The states of Kafka and Postgres as the readiness tells them. */
    private static List<String> serversOf(Replica replica) {
        return replica.readiness().body().path("checks").findParents("name").stream()
                .filter(check -> check.path("name").asText().matches("kafka|Reactive PostgreSQL.*"))
                .map(check -> check.path("status").asText())
                .toList();
    }

    private static void admit(Cluster cluster) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.kafkaAddress()))) {
            ScramCredentialInfo form = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion("late", form, OTHER)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void password(Cluster cluster, String password, String former) throws SQLException {
        try (Connection connection = cluster.connect(Service.SIGNALS, former);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role signals password '" + password + "'");
        }
    }
}
