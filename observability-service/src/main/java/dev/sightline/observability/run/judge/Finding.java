package dev.sightline.observability.run.judge;

/**
 * What was found about an event.
 *
 * @param verdict null if the evaluation does not apply
 */
public record Finding(Boolean verdict, boolean applicable, String reasoning) {

    public static Finding of(boolean verdict, String reasoning) {
        return new Finding(verdict, true, reasoning);
    }

    public static Finding notApplicable(String reasoning) {
        return new Finding(null, false, reasoning);
    }
}
