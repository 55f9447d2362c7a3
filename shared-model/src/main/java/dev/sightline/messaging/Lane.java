package dev.sightline.messaging;

/**
 * The share of topics and keys that one relay publishes at a time. A lane has one publisher, so the order within a topic
 * and key holds with any number of relays; there are enough lanes for all of them to work.
 */
final class Lane {

    /** As many as {@code outbox_lane} has rows. */
    static final int COUNT = 16;

    private Lane() {}

    static short of(OutboxMessage message) {
        return (short)
                Math.floorMod(31 * message.topic().hashCode() + message.key().hashCode(), COUNT);
    }
}
