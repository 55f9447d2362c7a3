package dev.sightline.vision.analysis.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text, in lower case; names in camel case fall into their words. */
record Words(List<String> all) {

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}']+");

    static Words of(String text) {
        String spaced =
                CAMEL.matcher(text.replace('\u2019', '\'')).replaceAll(" ").toLowerCase(Locale.ROOT);
        return new Words(Arrays.stream(SEPARATORS.split(spaced))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
