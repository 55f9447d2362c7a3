package dev.sightline.observability.evaluation.key;

import dev.sightline.sql.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Seals secrets anew that another key than the current one seals, so that the other keys can be taken away. Replicas may do
 * it at once: a secret that changed meanwhile is left alone.
 */
@ApplicationScoped
class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private static final UUID FIRST = new UUID(0, 0);
    private static final int AT_A_TIME = 500;

    private static final String SECRETS = "select id, secret from provider_key where id > $1 order by id limit $2";
    private static final String RESEAL = "update provider_key set secret = $3 where id = $1 and secret = $2";

    private final Pool pool;
    private final KeyCipher cipher;
    private final MasterKey key;

    KeyRotation(Pool pool, KeyCipher cipher, MasterKey key) {
        this.pool = pool;
        this.cipher = cipher;
        this.key = key;
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP, identity = "provider-key-rotation")
    Uni<Void> rotate() {
        return key.others().isEmpty() ? Uni.createFrom().voidItem() : after(FIRST);
    }

    private Uni<Void> after(UUID last) {
        return pool.preparedQuery(SECRETS)
                .execute(Tuple.of(last, AT_A_TIME))
                .map(rows -> Rows.list(rows, SealedSecret::of))
                .call(this::resealed)
                .chain(read -> read.size() < AT_A_TIME
                        ? Uni.createFrom().voidItem()
                        : after(read.get(read.size() - 1).row()));
    }

    private Uni<Void> resealed(List<SealedSecret> secrets) {
        List<SealedSecret> foreign = secrets.stream()
                .filter(secret -> !cipher.isCurrent(secret.row(), secret.sealed()))
                .toList();
        return Multi.createFrom()
                .iterable(foreign)
                .onItem()
                .transformToUniAndConcatenate(this::reseal)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(done -> report(done, foreign.size()))
                .replaceWithVoid();
    }

    private Uni<Integer> reseal(SealedSecret secret) {
        return Uni.createFrom()
                .item(() -> cipher.seal(secret.row(), cipher.open(secret.row(), secret.sealed())))
                .chain(anew -> pool.preparedQuery(RESEAL)
                        .execute(Tuple.of(secret.row(), Buffer.buffer(secret.sealed()), Buffer.buffer(anew))))
                .map(SqlResult::rowCount)
                .onFailure(IllegalStateException.class)
                .recoverWithItem(0);
    }

    private static void report(int done, int foreign) {
        if (done > 0) {
            LOG.infof("secrets sealed with the current key count=%d", done);
        }
        if (done < foreign) {
            LOG.warnf("secrets that no configured key opens, or that changed meanwhile count=%d", foreign - done);
        }
    }

    private record SealedSecret(UUID row, byte[] sealed) {

        static SealedSecret of(Row row) {
            return new SealedSecret(row.getUUID("id"), row.getBuffer("secret").getBytes());
        }
    }
}
