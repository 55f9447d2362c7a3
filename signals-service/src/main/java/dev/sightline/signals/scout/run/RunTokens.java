package dev.sightline.signals.scout.run;

import dev.sightline.api.ApiException;
import dev.sightline.auth.ApiKey;
import dev.sightline.auth.KeySource;
import dev.sightline.signals.scout.InternalScope;
import dev.sightline.signals.scout.ScoutDefaults;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Mints the credential of a run and knows it again (spec/scouts.md 1.4). A token holds what it says, signed with a key that
 * all replicas share, so that none has to be stored. It is good for one project and one run, and only for this service.
 */
@ApplicationScoped
public class RunTokens implements KeySource {

    private static final String PREFIX = "phr_";
    private static final String KEY_ID = "scout-run:";
    private static final int CLAIMS = Integer.BYTES + Integer.BYTES + Long.BYTES + 2 * Long.BYTES;
    private static final int LENGTH = CLAIMS + Signature.LENGTH;

    private static final Set<String> SCOPES = Set.of(
            "signal_scout:read",
            InternalScope.WRITE,
            "task:write",
            "session_recording:read",
            "replay_scanner:read",
            "evaluation:read",
            "dataset:read",
            "project:read",
            "notebook:write");

    private final Signature signature;
    private final ScoutDefaults settings;
    private final Clock clock;

    RunTokens(Signature signature, ScoutDefaults settings, Clock clock) {
        this.signature = signature;
        this.settings = settings;
        this.clock = clock;
    }

    /** A credential for a run that acts for a person. */
    public RunToken mint(ScoutRun run, int userId) {
        Instant expires = clock.instant().plus(settings.tokenLife());
        byte[] claims = ByteBuffer.allocate(CLAIMS)
                .putInt(run.projectId())
                .putInt(userId)
                .putLong(expires.getEpochSecond())
                .putLong(run.id().getMostSignificantBits())
                .putLong(run.id().getLeastSignificantBits())
                .array();
        byte[] token = ByteBuffer.allocate(LENGTH)
                .put(claims)
                .put(signature.of(claims))
                .array();
        return new RunToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token), expires);
    }

    @Override
    public Optional<ApiKey> find(String secret) {
        return secret.startsWith(PREFIX)
                ? decode(secret.substring(PREFIX.length())).flatMap(this::verify)
                : Optional.empty();
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text)).filter(bytes -> bytes.length == LENGTH);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<ApiKey> verify(byte[] token) {
        byte[] claims = Arrays.copyOf(token, CLAIMS);
        byte[] sent = Arrays.copyOfRange(token, CLAIMS, LENGTH);
        return MessageDigest.isEqual(sent, signature.of(claims)) ? key(ByteBuffer.wrap(claims)) : Optional.empty();
    }

    private Optional<ApiKey> key(ByteBuffer claims) {
        int projectId = claims.getInt();
        int userId = claims.getInt();
        Instant expires = Instant.ofEpochSecond(claims.getLong());
        UUID runId = new UUID(claims.getLong(), claims.getLong());
        return clock.instant().isBefore(expires)
                ? Optional.of(new ApiKey(KEY_ID + runId, userId, SCOPES, Set.of(projectId), Set.of(), true))
                : Optional.empty();
    }

    /** The run that a key was minted for; empty for any other key. */
    public static Optional<UUID> runOf(ApiKey key) {
        return key.id().startsWith(KEY_ID)
                ? Optional.of(UUID.fromString(key.id().substring(KEY_ID.length())))
                : Optional.empty();
    }

    /** Refuses the token of another run. */
    static void checkBound(ApiKey key, UUID runId) {
        if (runOf(key).filter(bound -> !bound.equals(runId)).isPresent()) {
            throw ApiException.forbidden("This token belongs to another run.");
        }
    }
}
