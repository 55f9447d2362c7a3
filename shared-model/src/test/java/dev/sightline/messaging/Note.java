package dev.sightline.messaging;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A payload of tests: who said what when. */
record Note(String key, int number, String text) {

    static OutboxMessage message(String topic, String key, int number) {
        return message(topic, new Note(key, number, "said"));
    }

    static OutboxMessage message(String topic, Note note) {
        return new OutboxMessage(UUID.randomUUID(), topic, note.key(), "dev.sightline.note.v1", note);
    }

    static List<OutboxMessage> messages(String topic, String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> message(topic, key, number))
                .toList();
    }
}
