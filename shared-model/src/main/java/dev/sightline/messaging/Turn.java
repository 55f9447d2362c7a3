package dev.sightline.messaging;

import dev.sightline.messaging.OutboxTable.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The messages a relay took at once, by what became of them.
 *
 * @param failures why messages stay in the outbox
 * @param rest whether more may wait that no other relay holds
 */
record Turn(List<OutboxRow> published, List<Refusal> refused, List<SendResult.Failed> failures, boolean rest) {

    /** A message the broker will never take. */
    record Refusal(OutboxRow row, Throwable reason) {}

    /** The results in the order of the rows. */
    static Turn of(Taken taken, List<SendResult> results) {
        Turn turn = new Turn(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), taken.rest());
        for (int i = 0; i < results.size(); i++) {
            turn.add(taken.rows().get(i), results.get(i));
        }
        return turn;
    }

    private void add(OutboxRow row, SendResult result) {
        if (result instanceof SendResult.Refused refusal) {
            refused.add(new Refusal(row, refusal.reason()));
        } else if (result instanceof SendResult.Failed failure) {
            failures.add(failure);
        } else {
            published.add(row);
        }
    }

    /** The same turn, where a refused message stays in the outbox as long as its dead letter cannot be stored. */
    Turn withReported(List<SendResult> letters) {
        Turn turn = new Turn(published, new ArrayList<>(), new ArrayList<>(failures), rest);
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i) instanceof SendResult.Failed failure) {
                turn.failures.add(failure);
            } else {
                turn.refused.add(refused.get(i));
            }
        }
        return turn;
    }

    boolean isEmpty() {
        return published.isEmpty() && refused.isEmpty() && failures.isEmpty();
    }

    /**
     * Makes messages that could not be published a failure.
     *
     * @throws IllegalStateException if any message stays
     */
    void requireComplete() {
        if (!failures.isEmpty()) {
            throw new IllegalStateException("The broker did not store " + failures.size() + " messages", cause());
        }
    }

    private Throwable cause() {
        return failures.stream()
                .map(SendResult.Failed::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The messages that need not stay in the outbox. */
    List<OutboxRow> settled() {
        return Stream.concat(published.stream(), refused.stream().map(Refusal::row))
                .toList();
    }
}
