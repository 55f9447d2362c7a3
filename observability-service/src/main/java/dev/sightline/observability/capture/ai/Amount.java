package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as clients send them: as numbers or as their text. */
final class Amount {

    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 30;

    private Amount() {}

    /** The number, unless it is absent, negative or none. */
    static Optional<BigDecimal> of(JsonNode value) {
        String text = value.isNumber() || value.isTextual() ? value.asText().trim() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(Amount::sensible);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean sensible(BigDecimal number) {
        return number.signum() >= 0 && Math.abs(number.scale()) <= LARGEST_EXPONENT;
    }
}
