package dev.sightline.vision.observation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The observations of a scanner that agree in state, trigger and kind of answer. What filters ask of outcomes picks
 * strands; within one, each order has an index, or is no order at all because all rows are alike.
 */
record Strand(ObservationStatus status, String trigger, Said said) {

    /** What an answer says that lists are ordered by; only a success has one. */
    enum Said {
        YES("y"),
        NO("n"),
        INCONCLUSIVE("i"),
        SCORE("s"),
        ANYTHING_ELSE("");

        private final String letter;

        Said(String letter) {
            this.letter = letter;
        }
    }

    private static final List<Strand> ALL =
            Stream.of(ObservationStatus.values()).flatMap(Strand::of).toList();

    private static Stream<Strand> of(ObservationStatus status) {
        Stream<Said> said =
                status == ObservationStatus.SUCCEEDED ? Stream.of(Said.values()) : Stream.of(Said.ANYTHING_ELSE);
        return said.flatMap(what -> ObservationFilter.TRIGGERS.stream().map(kind -> new Strand(status, kind, what)));
    }

    /** Those a filter lets through, as far as outcomes decide. */
    static List<Strand> of(ObservationFilter filter) {
        return ALL.stream().filter(filter::admits).toList();
    }

    static String[] codes(List<Strand> strands) {
        return strands.stream().map(Strand::code).toArray(String[]::new);
    }

    /** As the column {@code strand} has it: first letters. */
    private String code() {
        return status.wire().substring(0, 1) + trigger.charAt(0) + said.letter;
    }

    /** Empty if there is none. */
    String verdict() {
        return said == Said.SCORE || said == Said.ANYTHING_ELSE
                ? ""
                : said.name().toLowerCase(Locale.ROOT);
    }

    boolean hasScore() {
        return said == Said.SCORE;
    }

    boolean hasEnded() {
        return status != ObservationStatus.PENDING && status != ObservationStatus.RUNNING;
    }
}
