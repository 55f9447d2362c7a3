package dev.sightline.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ServersResourceTest {

    @Inject
    Pool pool;

    TestServers servers;

    @Test
    void aServiceReachesItsDatabase() {
        assertEquals(
                "sightline",
                pool.query("select current_database()")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getString(0));
    }

    @Test
    void aTestReachesTheServers() {
        assertNotNull(servers);
    }
}
