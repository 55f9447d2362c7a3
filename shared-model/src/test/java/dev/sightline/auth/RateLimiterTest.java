package dev.sightline.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.api.ApiException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

    private static final ApiKey KEY = new ApiKey("a", 1, Set.of("*"), Set.of(), Set.of(), false);
    private static final ApiKey OTHER = new ApiKey("b", 1, Set.of("*"), Set.of(), Set.of(), false);

    private final MovingClock clock = new MovingClock();

    @Test
    void limitHoldsUntilTheOldestCallLeavesTheWindow() {
        RateLimiter limiter = new RateLimiter("2/minute", clock);
        limiter.check(KEY);
        clock.advance(Duration.ofSeconds(20));
        limiter.check(KEY);

        assertEquals(
                "Request was throttled. Expected available in 40 seconds.",
                refusal(limiter).detail());
        clock.advance(Duration.ofMillis(39_500));
        assertEquals(
                "Request was throttled. Expected available in 1 second.",
                refusal(limiter).detail());
        clock.advance(Duration.ofMillis(500));
        assertDoesNotThrow(() -> limiter.check(KEY));
        assertEquals(
                "Request was throttled. Expected available in 20 seconds.",
                refusal(limiter).detail());
    }

    @Test
    void everyLimitHoldsAndTheLongestWaitIsSaid() {
        RateLimiter limiter = new RateLimiter("1/second,2/hour", clock);
        limiter.check(KEY);

        assertEquals(
                "Request was throttled. Expected available in 1 second.",
                refusal(limiter).detail());
        clock.advance(Duration.ofSeconds(1));
        limiter.check(KEY);
        assertEquals(
                "Request was throttled. Expected available in 3599 seconds.",
                refusal(limiter).detail());
    }

    @Test
    void keysAreCountedEachForItself() {
        RateLimiter limiter = new RateLimiter("1/day", clock);

        limiter.check(KEY);

        assertDoesNotThrow(() -> limiter.check(OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "", " "})
    void offLimitsNothing(String limits) {
        RateLimiter limiter = new RateLimiter(limits, clock);

        assertDoesNotThrow(() -> {
            for (int i = 0; i < 10_000; i++) {
                limiter.check(KEY);
            }
        });
    }

    @Test
    void faultInsideLetsTheRequestThrough() {
        RateLimiter limiter = new RateLimiter("1/day", new BrokenClock());

        assertDoesNotThrow(() -> {
            limiter.check(KEY);
            limiter.check(KEY);
        });
    }

    @Test
    void silentKeysAreForgottenAndBusyOnesKept() {
        RateLimiter limiter = new RateLimiter("1/minute", clock);
        limiter.check(KEY);

        limiter.forget();

        refusal(limiter);
        clock.advance(Duration.ofMinutes(1));
        limiter.forget();
        assertDoesNotThrow(() -> limiter.check(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"480", "480/fortnight", "0/minute", "x/minute", "480/minute,", "-1/hour", "480/minute/2"})
    void settingThatIsNoLimitStopsTheStart(String limits) {
        ConfigurationException stop = assertThrows(ConfigurationException.class, () -> new RateLimiter(limits, clock));

        assertTrue(stop.getMessage().startsWith("SIGHTLINE_RATE_LIMIT: "), stop.getMessage());
    }

    /** However calls come, no window ever holds more of them than the limit. */
    @Property(tries = 300)
    void noWindowHoldsMoreThanTheLimit(
            @ForAll @Size(max = 60) List<@IntRange(max = 30) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        RequestLog log = new RequestLog(List.of(new RateLimit(limit, Duration.ofSeconds(60))));
        List<Instant> passed = new ArrayList<>();
        Instant now = Instant.EPOCH;
        for (int gap : gaps) {
            now = now.plusSeconds(gap);
            if (log.take(now).isEmpty()) {
                passed.add(now);
            }
        }

        for (Instant start : passed) {
            Instant end = start.plusSeconds(60);
            long inWindow = passed.stream()
                    .filter(call -> !call.isBefore(start) && call.isBefore(end))
                    .count();
            assertTrue(inWindow <= limit);
        }
    }

    private static ApiException refusal(RateLimiter limiter) {
        ApiException refusal = assertThrows(ApiException.class, () -> limiter.check(KEY));
        assertEquals(429, refusal.status());
        return refusal;
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.EPOCH;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class BrokenClock extends Clock {

        @Override
        public Instant instant() {
            throw new IllegalStateException("no time");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
