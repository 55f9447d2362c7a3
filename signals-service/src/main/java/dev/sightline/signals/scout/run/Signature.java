package dev.sightline.signals.scout.run;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with a key of the database, made by the replica that first needs it. */
@ApplicationScoped
class Signature {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String MAKE = "insert into scout_token_key (secret) values ($1) on conflict do nothing";
    private static final String READ = "select secret from scout_token_key";

    private final Pool pool;
    private volatile SecretKeySpec key;

    Signature(Pool pool) {
        this.pool = pool;
    }

    /** Before the service answers anybody. */
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        byte[] secret = pool.preparedQuery(MAKE)
                .execute(Tuple.of(Buffer.buffer(fresh)))
                .chain(() -> pool.query(READ).execute())
                .map(rows ->
                        rows.iterator().next().getDelegate().getBuffer("secret").getBytes())
                .await()
                .indefinitely();
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    byte[] of(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
