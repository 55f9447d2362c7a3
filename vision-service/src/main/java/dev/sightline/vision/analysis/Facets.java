package dev.sightline.vision.analysis;

import java.util.List;

/** What a summary says besides its prose; all empty where nobody could tell. */
public record Facets(String intent, String outcome, List<String> frictionPoints, List<String> keywords) {

    public static final Facets NONE = new Facets("", "", List.of(), List.of());
}
