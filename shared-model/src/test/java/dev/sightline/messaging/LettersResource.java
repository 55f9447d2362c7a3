package dev.sightline.messaging;

import dev.sightline.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Topics for {@link LetterBox}, and a relay that gives up soon enough to be watched. */
public final class LettersResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "sightline.outbox.deadline", "2s",
                "mp.messaging.incoming.letters.topic", TestTopics.create("letters", 1),
                "mp.messaging.incoming.letters.group.id", "letters",
                "mp.messaging.incoming.letters.auto.commit.interval.ms", "200",
                "mp.messaging.incoming.letter-batches.topic", TestTopics.create("letter-batches", 1),
                "mp.messaging.incoming.letter-batches.group.id", "letter-batches",
                "mp.messaging.incoming.letter-batches.batch", "true");
    }

    @Override
    public void stop() {}
}
