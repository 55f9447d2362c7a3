package dev.sightline.vision.recording;

import dev.sightline.vision.person.KnownPerson;
import dev.sightline.vision.person.People;
import dev.sightline.vision.recording.RecordingView.Audience;
import dev.sightline.vision.recording.Recordings.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes answers of sessions: with who was recorded, and who has watched. */
@ApplicationScoped
class RecordingViews {

    private final RecordingViewers viewers;
    private final People people;
    private final Clock clock;

    RecordingViews(RecordingViewers viewers, People people, Clock clock) {
        this.viewers = viewers;
        this.people = people;
        this.clock = clock;
    }

    private record Company(Map<String, Set<Integer>> viewers, Map<String, KnownPerson> people) {}

    Uni<List<RecordingView>> of(Viewer viewer, List<StoredSession> sessions) {
        return company(viewer.projectId(), sessions).map(company -> sessions.stream()
                .map(session -> RecordingView.of(session, audience(viewer, session, company), clock.instant()))
                .toList());
    }

    private Uni<Company> company(int projectId, List<StoredSession> sessions) {
        List<String> ids = sessions.stream().map(StoredSession::sessionId).toList();
        List<String> names =
                sessions.stream().map(RecordingViews::distinctId).distinct().toList();
        return Uni.combine()
                .all()
                .unis(viewers.of(projectId, ids), people.behind(projectId, names))
                .with(Company::new);
    }

    private Audience audience(Viewer viewer, StoredSession session, Company company) {
        Set<Integer> watchers = company.viewers.getOrDefault(session.sessionId(), Set.of());
        return new Audience(viewers.watched(watchers, viewer.userId()), company.people.get(distinctId(session)));
    }

    private static String distinctId(StoredSession session) {
        return session.counters().contents().origin().distinctId();
    }
}
