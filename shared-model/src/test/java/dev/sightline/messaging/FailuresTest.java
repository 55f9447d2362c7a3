package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "28P01", "3D000", "40001", "40P01", "53300", "55P03", "57P01", "57P03", "57014",
                "58030"
            })
    void statesOfTheServerPass(String sqlState) {
        assertTrue(Failures.isTransient(new PgException("refused", "FATAL", sqlState, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "42501", "P0001"})
    void statesOfTheStatementStay(String sqlState) {
        assertFalse(Failures.isTransient(new PgException("refused", "ERROR", sqlState, null)));
    }

    @Test
    void theReasonIsFoundUnderneath() {
        assertTrue(Failures.isTransient(new CompletionException(new ConnectException("refused"))));
        assertTrue(Failures.isTransient(new IllegalStateException(new TimeoutException("slow"))));
        assertFalse(Failures.isTransient(new UncheckedIOException(new JsonParseException(null, "no JSON"))));
        assertFalse(Failures.isTransient(new RecordTooLargeException("large")));
        assertFalse(Failures.isTransient(new NullPointerException()));
    }

    @Test
    void aBrokerThatLetsNobodyInIsWaitedFor() {
        assertTrue(Failures.isTransient(new SaslAuthenticationException("who are you")));
        assertTrue(Failures.isTransient(new BrokerUnavailableException("not stored", null)));
    }

    @Test
    void anEffectMayAskForLater() {
        assertTrue(Failures.isTransient(new RetryLaterException("the model is away", null)));
    }
}
