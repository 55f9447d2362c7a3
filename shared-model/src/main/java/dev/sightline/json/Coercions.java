package dev.sightline.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What texts the API takes for a number, a boolean or an identifier (spec/platform.md A.7). Empty: not one. */
public final class Coercions {

    public static final String BAD_DATETIME = "Datetime has wrong format. Use one of these formats instead: "
            + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    private static final Set<String> TRUE =
            Set.of("t", "T", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1", "1.0");
    private static final Set<String> FALSE =
            Set.of("f", "F", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0", "0.0");
    private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?[0-9]{1,100})(?:\\.0*)?\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?\\s*");
    private static final Pattern UUID_DIGITS = Pattern.compile("(?:urn:)?(?:uuid:)?\\{?([0-9a-fA-F]{32})}?");

    private Coercions() {}

    public static Optional<Boolean> bool(String text) {
        if (TRUE.contains(text)) {
            return Optional.of(true);
        }
        return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    public static Optional<BigInteger> whole(String text) {
        var matcher = WHOLE.matcher(text);
        return matcher.matches() ? Optional.of(new BigInteger(matcher.group(1))) : Optional.empty();
    }

    public static Optional<Integer> integer(String text) {
        return whole(text).filter(number -> number.bitLength() < Integer.SIZE).map(BigInteger::intValue);
    }

    /** A finite number. */
    public static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.trim()).doubleValue()).filter(Double::isFinite)
                : Optional.empty();
    }

    public static Optional<UUID> uuid(String text) {
        var matcher = UUID_DIGITS.matcher(text.trim().replace("-", ""));
        return matcher.matches() ? Optional.of(uuidOfDigits(matcher.group(1))) : Optional.empty();
    }

    private static UUID uuidOfDigits(String digits) {
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }
}
