package dev.sightline.vision.analysis.local;

import java.util.List;

/** A part of a product that a prompt may be about: a scene belongs to it by its page, its element or its words. */
record Topic(String name, List<Phrase> phrases) {

    boolean covers(Scene scene) {
        return phrases.stream().anyMatch(phrase -> phrase.standsIn(scene.words()));
    }
}
