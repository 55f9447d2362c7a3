package dev.sightline.signals.scout.projection;

/** How things are named in a projection. The names come from strangers, so they are cut and cleaned of control characters. */
final class Entities {

    private static final int MAX_LENGTH = 200;

    private Entities() {}

    static String of(String name) {
        String clean = name.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return clean.isEmpty() ? "unknown" : clean.substring(0, Math.min(MAX_LENGTH, clean.length()));
    }
}
