package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.auth.Directory;
import dev.sightline.event.InventoryReported;
import dev.sightline.event.MessageType;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import dev.sightline.messaging.MalformedMessageException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Sections that other systems hand in by message (spec/scouts.md 15.4). One that comes again, or too late, changes nothing. */
@ApplicationScoped
class InventoryMessages {

    private static final String TYPE =
            InventoryReported.class.getAnnotation(MessageType.class).value();

    private final Deliveries deliveries;
    private final Profiles profiles;
    private final Directory directory;

    InventoryMessages(Deliveries deliveries, Profiles profiles, Directory directory) {
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.directory = directory;
    }

    @Incoming("scouts-inventory")
    Uni<Void> arrived(ConsumerRecord<String, byte[]> message) {
        return deliveries.each(message, this::take);
    }

    private Uni<Void> take(Delivery delivery) {
        if (!delivery.type().equals(TYPE)) {
            return Uni.createFrom().voidItem();
        }
        InventoryReported said = delivery.payload(InventoryReported.class);
        check(directory.project(said.projectId()).isPresent(), "There is no such project.");
        check(said.section() != null && said.content() != null && said.reportedAt() != null, "Members are missing.");
        Section section = Section.named(said.section())
                .orElseThrow(() -> new MalformedMessageException("The section cannot be handed in.", null));
        return profiles.handIn(said.projectId(), section, read(section, said.content()), said.reportedAt());
    }

    private static JsonNode read(Section section, JsonNode content) {
        try {
            return SectionReader.read(section, content);
        } catch (ApiException refused) {
            throw new MalformedMessageException(refused.attr() + ": " + refused.detail(), refused);
        }
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new MalformedMessageException(complaint, null);
        }
    }
}
