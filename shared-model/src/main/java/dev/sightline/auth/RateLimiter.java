package dev.sightline.auth;

import dev.sightline.api.ApiException;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps each key within the configured limits (spec/platform.md A.9), each replica by its own count. A fault inside lets
 * the request through.
 */
@Startup(RateLimiter.EARLY)
@ApplicationScoped
class RateLimiter {

    /** A limit that is none stops the service before it waits for any server, and before any job runs. */
    static final int EARLY = -100;

    private static final Logger LOG = Logger.getLogger(RateLimiter.class);

    private final List<RateLimit> limits;
    private final Clock clock;
    private final Map<String, RequestLog> logs = new ConcurrentHashMap<>();

    RateLimiter(@ConfigProperty(name = "sightline.rate-limit") String limits, Clock clock) {
        this.clock = clock;
        try {
            this.limits = RateLimit.parse(limits);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("SIGHTLINE_RATE_LIMIT: " + e.getMessage());
        }
    }

    /** Counts a request of the key, or refuses it and says how long to wait. */
    void check(ApiKey key) {
        if (!limits.isEmpty()) {
            taken(key).ifPresent(until -> {
                throw ApiException.throttled(until);
            });
        }
    }

    private Optional<Duration> taken(ApiKey key) {
        try {
            return logs.computeIfAbsent(key.id(), id -> new RequestLog(limits)).take(clock.instant());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Rate limiter failed, the request passes key=%s", key.id());
            return Optional.empty();
        }
    }

    /** Forgets keys that have been silent for longer than any window. */
    @Scheduled(every = "1m")
    void forget() {
        Instant now = clock.instant();
        logs.values().removeIf(log -> log.isSilent(now));
    }
}
