package dev.sightline.observability.hog.vm;

import java.time.format.DateTimeFormatter;

/** Times in ISO form, to the millisecond: {@code Z} for UTC, else with the offset of their zone. */
final class DateText {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private DateText() {}

    static String of(DateTimeValue time) {
        return ("UTC".equals(time.zone()) ? UTC : OFFSET).format(time.local());
    }
}
