package dev.sightline.vision.filter;

import java.util.List;
import java.util.Locale;

/** How the tests of a filter are combined. */
enum Combination {
    AND,
    OR;

    String of(List<String> conditions) {
        return "(" + String.join(" " + name().toLowerCase(Locale.ROOT) + " ", conditions) + ")";
    }
}
