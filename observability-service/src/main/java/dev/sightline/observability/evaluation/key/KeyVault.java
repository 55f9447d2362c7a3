package dev.sightline.observability.evaluation.key;

import dev.sightline.json.Wire;
import dev.sightline.model.provider.ProviderAccess;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Opens keys for those who ask a provider, and hears what came of it. */
@ApplicationScoped
public class KeyVault {

    /** A key in steady use is not written at every use. */
    private static final String USED = """
            update provider_key set last_used_at = $3
             where project_id = $1 and id = $2 and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')
            """;

    private static final String REPORT = """
            update provider_key set state = $3, error_message = $4, updated_at = $5 where project_id = $1 and id = $2
            """;

    private final Pool pool;
    private final KeyCipher cipher;
    private final Clock clock;

    KeyVault(Pool pool, KeyCipher cipher, Clock clock) {
        this.pool = pool;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The way to the key's provider; notes that the key was used. */
    public Uni<ProviderAccess> open(ProviderKey key) {
        Tuple id = Tuple.of(key.projectId(), key.id());
        return pool.preparedQuery(USED)
                .execute(Tuple.of(key.projectId(), key.id(), Rows.parameter(clock.instant())))
                .chain(() -> pool.preparedQuery("select secret from provider_key where project_id = $1 and id = $2")
                        .execute(id))
                .map(rows -> Rows.first(rows, row -> access(key, row)).orElse(null));
    }

    private ProviderAccess access(ProviderKey key, Row row) {
        String secret = cipher.open(key.id(), row.getBuffer("secret").getBytes());
        return key.provider().access(secret, key.baseUrl());
    }

    /** Stores what a provider said of a key. */
    public Uni<Void> report(SqlClient transaction, int projectId, UUID keyId, KeyFinding finding) {
        return transaction
                .preparedQuery(REPORT)
                .execute(Tuple.of(
                        projectId,
                        keyId,
                        Wire.name(finding.state()),
                        finding.message(),
                        Rows.parameter(clock.instant())))
                .replaceWithVoid();
    }
}
