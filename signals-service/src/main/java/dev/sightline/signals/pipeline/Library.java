package dev.sightline.signals.pipeline;

import dev.sightline.signals.signal.SignalSource;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a model is shown of the stored signals and reports of one project. */
public interface Library {

    /** What a signal says. Texts may be cut to what a model is shown. */
    record Text(SignalSource source, String description) {}

    /** What a report is called and how many signals it has. */
    record Card(String title, int size) {}

    /** The newest signal of each source that was heard of late. */
    Uni<List<Text>> examples();

    /** Those of some signals that are live, by identity. */
    Uni<Map<UUID, Text>> texts(Collection<UUID> signalIds);

    /** Those of some reports that are not deleted, by identity. */
    Uni<Map<UUID, Card>> cards(Collection<UUID> reportIds);

    /** The newest few descriptions of a report. */
    Uni<List<String>> newest(UUID reportId);
}
