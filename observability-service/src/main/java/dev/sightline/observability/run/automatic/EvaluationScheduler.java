package dev.sightline.observability.run.automatic;

import dev.sightline.event.EventCaptured;
import dev.sightline.messaging.CallerContext;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import dev.sightline.messaging.MalformedMessageException;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.NewRun;
import dev.sightline.observability.run.RunStarter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Starts runs for captured generations, a poll's worth at a time. An event that comes again starts nothing: the runs'
 * names are the same.
 */
@ApplicationScoped
class EvaluationScheduler {

    private static final Logger LOG = Logger.getLogger(EvaluationScheduler.class);

    private final Deliveries deliveries;
    private final WatchKeeper keeper;
    private final Backlogs backlogs;
    private final RunStarter starter;
    private final MeterRegistry metrics;

    EvaluationScheduler(
            Deliveries deliveries, WatchKeeper keeper, Backlogs backlogs, RunStarter starter, MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.keeper = keeper;
        this.backlogs = backlogs;
        this.starter = starter;
        this.metrics = metrics;
    }

    /** Acknowledged when the runs are queued. */
    @Incoming("evaluation-scheduler")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::schedule);
    }

    private Uni<Void> schedule(List<Delivery> batch) {
        return keeper.current()
                .chain(watches -> match(batch, watches))
                .chain(starter::start)
                .invoke(started ->
                        metrics.counter("sightline.evaluations.scheduled").increment(started))
                .replaceWithVoid();
    }

    /** Thousands of conditions over hundreds of events: nothing for a thread that others wait for. */
    private Uni<List<NewRun>> match(List<Delivery> batch, Watches watches) {
        return Uni.createFrom()
                .item(() -> runs(batch, watches))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(CallerContext.executor());
    }

    private List<NewRun> runs(List<Delivery> batch, Watches watches) {
        List<EventCaptured> generations = batch.stream()
                .filter(EvaluationScheduler::mayBeGeneration)
                .flatMap(this::event)
                .filter(Matcher::isGeneration)
                .toList();
        List<NewRun> runs = generations.stream()
                .flatMap(event -> Matcher.runs(event, watches).stream())
                .toList();
        count(batch.size(), generations, watches, runs.size());
        return runs.stream().filter(backlogs::admits).toList();
    }

    /** Most events are none, and reading them would cost more than asking all conditions. */
    private static boolean mayBeGeneration(Delivery delivery) {
        return new String(delivery.value(), StandardCharsets.ISO_8859_1).contains(Generation.NAME);
    }

    private void count(int events, List<EventCaptured> generations, Watches watches, int matched) {
        long met = generations.stream()
                .mapToLong(event -> watches.of(event.projectId()).size())
                .sum();
        count("sightline.evaluations.events", "generation", generations.size());
        count("sightline.evaluations.events", "other", events - generations.size());
        count("sightline.evaluations.matches", "matched", matched);
        count("sightline.evaluations.matches", "filtered", met - matched);
    }

    private void count(String name, String outcome, long more) {
        metrics.counter(name, "outcome", outcome).increment(more);
    }

    /** What is no event is the store's to put aside; here it is left out. */
    private Stream<EventCaptured> event(Delivery delivery) {
        try {
            return Stream.of(delivery.payload(EventCaptured.class));
        } catch (MalformedMessageException e) {
            LOG.warnf("captured event not readable, no evaluation sees it message_id=%s", delivery.id());
            return Stream.empty();
        }
    }
}
