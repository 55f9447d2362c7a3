package dev.sightline.observability.hog.library;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The letters of {@code formatDateTime}. An unknown one yields nothing. */
final class TimeFormat {

    private static final long MICROS = 1_000_000;
    private static final Map<Character, DateTimeFormatter> LETTERS = new HashMap<>();

    static {
        put("EEE", 'a');
        put("MMM", 'b');
        put("MM", 'c', 'm');
        put("uu", 'C', 'g', 'y');
        put("dd", 'd', 'e');
        put("MM/dd/uu", 'D');
        put("uuuu-MM-dd", 'F');
        put("uuuu", 'G', 'Y');
        put("hh", 'h', 'I', 'l');
        put("HH", 'H', 'k');
        put("mm", 'i');
        put("DDD", 'j');
        put("MMMM", 'M');
        put("a", 'p');
        put("hh:mm a", 'r');
        put("HH:mm", 'R');
        put("ss", 's', 'S');
        put("HH:mm:ss", 'T');
        put("EEEE", 'W');
        put("xx", 'z');
    }

    private TimeFormat() {}

    private static void put(String pattern, char... letters) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.US);
        for (char letter : letters) {
            LETTERS.put(letter, formatter);
        }
    }

    /** @param seconds the instant with the fraction that the local time may have lost */
    static String format(ZonedDateTime time, double seconds, String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                text.append(c);
            } else {
                text.append(part(pattern.charAt(++i), time, seconds));
            }
        }
        return text.toString();
    }

    private static String part(char letter, ZonedDateTime time, double seconds) {
        return switch (letter) {
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'f' -> "%06d".formatted(Math.floorMod(Math.round(seconds * MICROS), MICROS));
            case 'u' -> String.valueOf(time.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(time.getDayOfWeek().getValue() % 7);
            case 'V' -> "%02d".formatted(time.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default -> LETTERS.containsKey(letter) ? LETTERS.get(letter).format(time) : "";
        };
    }
}
