package dev.sightline.signals.task;

import dev.sightline.event.MessageType;
import dev.sightline.event.TaskRunReported;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import dev.sightline.messaging.MalformedMessageException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to the topic of task runs. A message that comes again changes nothing. */
@ApplicationScoped
class TaskRunMessages {

    private static final String TYPE =
            TaskRunReported.class.getAnnotation(MessageType.class).value();
    private static final Set<String> STATES = Set.of("open", "merged", "closed");

    private final Deliveries deliveries;
    private final TaskRuns runs;

    TaskRunMessages(Deliveries deliveries, TaskRuns runs) {
        this.deliveries = deliveries;
        this.runs = runs;
    }

    @Incoming("tasks-runs")
    Uni<Void> arrived(ConsumerRecord<String, byte[]> message) {
        return deliveries.each(message, this::take);
    }

    private Uni<Void> take(Delivery delivery) {
        if (!delivery.type().equals(TYPE)) {
            return Uni.createFrom().voidItem();
        }
        TaskRunReported said = delivery.payload(TaskRunReported.class);
        check(said.taskId() != null && said.runId() != null && said.status() != null, "Members are missing.");
        check(said.prState() == null || STATES.contains(said.prState()), "pr_state is not known.");
        TaskRun run =
                new TaskRun(said.taskId(), said.runId(), said.status(), said.prUrl(), said.prState(), said.output());
        return runs.record(said.projectId(), run)
                .invoke(ours -> check(ours, "The task is another project's."))
                .replaceWithVoid();
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new MalformedMessageException(complaint, null);
        }
    }
}
