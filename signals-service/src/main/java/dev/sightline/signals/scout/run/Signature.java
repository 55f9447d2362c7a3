package dev.sightline.signals.scout.run;

import dev.sightline.messaging.Outage;
import dev.sightline.messaging.RetryLaterException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/** Signs with a key of the database, made by the replica that first needs it. */
@ApplicationScoped
class Signature {

    static final int LENGTH = 32;

    private static final Logger LOG = Logger.getLogger(Signature.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String MAKE = "insert into scout_token_key (secret) values ($1) on conflict do nothing";
    private static final String READ = "select secret from scout_token_key";

    private final Outage outage = new Outage(LOG, "Reading the key of scouts' tokens");
    private final Pool pool;
    private volatile SecretKeySpec key;

    Signature(Pool pool) {
        this.pool = pool;
    }

    /** Before the service answers anybody, unless the database is away: then it starts without the key and goes on trying. */
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        Uni<Void> loaded = loaded().memoize().indefinitely();
        loaded.subscribe().with(done -> {});
        loaded.ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(Uni.createFrom().voidItem())
                .await()
                .indefinitely();
    }

    private Uni<Void> loaded() {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        return Uni.createFrom()
                .deferred(() -> secret(fresh))
                .onFailure()
                .invoke(outage::failed)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(secret -> key = new SecretKeySpec(secret, ALGORITHM))
                .replaceWithVoid();
    }

    private Uni<byte[]> secret(byte[] fresh) {
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(Buffer.buffer(fresh)))
                .chain(() -> pool.query(READ).execute())
                .map(rows ->
                        rows.iterator().next().getDelegate().getBuffer("secret").getBytes());
    }

    byte[] of(byte[] message) {
        if (key == null) {
            throw new RetryLaterException("The key of scouts' tokens could not be read yet", null);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
