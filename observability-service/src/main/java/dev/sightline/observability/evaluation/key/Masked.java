package dev.sightline.observability.evaluation.key;

/** Secrets as they may be shown. */
final class Masked {

    private static final int SHOWN = 4;

    private Masked() {}

    /** The first and the last four characters, or nothing of a secret that is short. */
    static String of(String secret) {
        return secret.length() > 2 * SHOWN
                ? secret.substring(0, SHOWN) + "..." + secret.substring(secret.length() - SHOWN)
                : "****";
    }
}
