package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/** The secret that a run acts with, and until when. */
@JsonPropertyOrder({"token", "expires_at"})
public record RunToken(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "RunToken[expiresAt=" + expiresAt + "]";
    }
}
