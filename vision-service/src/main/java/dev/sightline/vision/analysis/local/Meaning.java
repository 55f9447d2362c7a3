package dev.sightline.vision.analysis.local;

import java.util.List;
import java.util.Set;

/** What a prompt or a tag was understood to ask for: any of the behaviours, in any of the topics. */
record Meaning(Set<Behaviour> behaviours, List<Topic> topics) {

    boolean isEmpty() {
        return behaviours.isEmpty() && topics.isEmpty();
    }

    /** Whether a scene lies in what the text is about; everything does where it names no topic. */
    boolean about(Scene scene) {
        return topics.isEmpty() || topics.stream().anyMatch(topic -> topic.covers(scene));
    }

    boolean names(String topic) {
        return topics.stream().anyMatch(named -> named.name().equals(topic));
    }
}
