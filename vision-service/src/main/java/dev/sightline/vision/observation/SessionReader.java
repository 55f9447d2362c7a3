package dev.sightline.vision.observation;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import dev.sightline.event.EventCaptured;
import dev.sightline.messaging.RetryLaterException;
import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.ObservedSession;
import dev.sightline.vision.analysis.timeline.Timeline;
import dev.sightline.vision.analysis.timeline.TimelineBuilder;
import dev.sightline.vision.recording.BlockReader;
import dev.sightline.vision.recording.CorruptBlockException;
import dev.sightline.vision.recording.RecordingStore;
import dev.sightline.vision.recording.SessionEvents;
import dev.sightline.vision.recording.StoredSession;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads a recorded session as an analyst sees it. */
@ApplicationScoped
class SessionReader {

    private static final Logger LOG = Logger.getLogger(SessionReader.class);

    private final RecordingStore recordings;
    private final SessionEvents events;
    private final Directory directory;

    SessionReader(RecordingStore recordings, SessionEvents events, Directory directory) {
        this.recordings = recordings;
        this.events = events;
        this.directory = directory;
    }

    Uni<Optional<StoredSession>> find(int projectId, String sessionId) {
        return recordings.find(projectId, sessionId);
    }

    Uni<List<EventCaptured>> events(StoredSession session) {
        return events.of(session.projectId(), session.sessionId());
    }

    /** The session with its timeline, block after block on a worker thread: reading is work, not waiting. */
    Uni<ObservedSession> read(StoredSession session, List<EventCaptured> events) {
        TimelineBuilder timeline = new TimelineBuilder(session.counters().span());
        BlockReader reader = new BlockReader(timeline);
        return recordings
                .blocks(session.projectId(), session.sessionId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(block -> read(reader, block, session))
                .collect()
                .last()
                .onFailure(RetryLaterException.class)
                .transform(SessionReader::away)
                .invoke(last -> requireItems(reader))
                .map(last -> observed(session, finished(timeline, events)));
    }

    private static AnalysisException away(Throwable failure) {
        LOG.warnf("recording not read reason=%s", failure.getMessage());
        return new AnalysisException(FailureKind.INTERNAL_ERROR, "The store of recordings does not answer.", failure);
    }

    private static void requireItems(BlockReader reader) {
        if (reader.items() == 0) {
            throw new AnalysisException(FailureKind.INTERNAL_ERROR, "Nothing of the recording can be read.", null);
        }
    }

    /** A block that is broken costs what stood behind the break, not the session. */
    private static void read(BlockReader reader, byte[] block, StoredSession session) {
        try {
            reader.read(new ByteArrayInputStream(block));
        } catch (CorruptBlockException e) {
            LOG.warnf(
                    "recording block is corrupt project_id=%d session_id=%s", session.projectId(), session.sessionId());
        }
    }

    private static Timeline finished(TimelineBuilder timeline, List<EventCaptured> events) {
        events.forEach(timeline::event);
        return timeline.build();
    }

    private ObservedSession observed(StoredSession session, Timeline timeline) {
        String project =
                directory.project(session.projectId()).map(Project::name).orElse("");
        return new ObservedSession(project, session.counters(), timeline);
    }
}
