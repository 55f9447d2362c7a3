package dev.sightline.signals.scout.projection;

import dev.sightline.event.ActivityLogged;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.MessageType;
import dev.sightline.event.ObservationCompleted;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to what the services tell and folds it in, a poll's worth at a time. */
@ApplicationScoped
class ProjectionConsumers {

    private static final String EVENT = type(EventCaptured.class);
    private static final String OBSERVATION = type(ObservationCompleted.class);
    private static final String ACTIVITY = type(ActivityLogged.class);

    private final Deliveries deliveries;
    private final ProjectionStore store;
    private final ActivityStore activities;
    private final RosterStore roster;

    ProjectionConsumers(Deliveries deliveries, ProjectionStore store, ActivityStore activities, RosterStore roster) {
        this.deliveries = deliveries;
        this.store = store;
        this.activities = activities;
        this.roster = roster;
    }

    @Incoming("scout-events")
    Uni<Void> events(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(
                records,
                batch -> project(
                        "scout-events",
                        of(batch, EVENT),
                        (measures, message) -> EventMeasures.add(measures, message.payload(EventCaptured.class))));
    }

    @Incoming("scout-observations")
    Uni<Void> observations(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(
                records,
                batch -> project(
                        "scout-observations",
                        of(batch, OBSERVATION),
                        (measures, message) ->
                                ObservationMeasures.add(measures, message.payload(ObservationCompleted.class))));
    }

    @Incoming("scout-evaluations")
    Uni<Void> evaluations(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(
                records,
                batch -> project(
                        "scout-evaluations",
                        of(batch, EvaluationMeasures.TYPE),
                        (measures, message) -> EvaluationMeasures.add(measures, message.payload())));
    }

    @Incoming("scout-activity")
    Uni<Void> activity(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(
                records,
                batch -> activity(of(batch, ACTIVITY).stream()
                        .map(message -> message.payload(ActivityLogged.class))
                        .toList()));
    }

    private Uni<Void> activity(List<ActivityLogged> batch) {
        return activities.add(batch).chain(() -> roster.take(batch));
    }

    private Uni<Void> project(String consumer, List<Delivery> batch, BiConsumer<Measures, Delivery> reading) {
        List<UUID> ids = batch.stream().map(Delivery::id).toList();
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.apply(consumer, ids, fresh -> measures(batch, fresh, reading));
    }

    private static Measures measures(List<Delivery> batch, Set<UUID> fresh, BiConsumer<Measures, Delivery> reading) {
        Measures measures = new Measures();
        batch.stream()
                .filter(message -> fresh.remove(message.id()))
                .forEach(message -> reading.accept(measures, message));
        return measures;
    }

    private static List<Delivery> of(List<Delivery> batch, String type) {
        return batch.stream().filter(message -> message.type().equals(type)).toList();
    }

    private static String type(Class<?> message) {
        return message.getAnnotation(MessageType.class).value();
    }
}
