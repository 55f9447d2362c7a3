package dev.sightline.vision.recording;

import dev.sightline.event.SnapshotsReceived;

/** A block on its way into the store, with the request it was made from. */
record ArrivedBlock(SnapshotsReceived batch, Block block) {

    SessionKey session() {
        return new SessionKey(batch.projectId(), batch.sessionId());
    }
}
