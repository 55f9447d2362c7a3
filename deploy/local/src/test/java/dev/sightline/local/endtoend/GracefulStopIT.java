package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.local.stack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of two replicas of each service is stopped while requests come: none fails, and each has its effect once. */
@ExtendWith(ClusterExtension.class)
class GracefulStopIT {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);
    private static final int SIGTERM = 128 + 15;
    private static final int A_WHILE = 60;

    private static final Map<Service, String> EFFECTS = Map.of(
            Service.VISION,
                    "select coalesce(sum(click_count), 0) from recording_session where session_id like 'load-%'",
            Service.OBSERVABILITY, "select count(*) from event where event = 'stopped under load'",
            Service.SIGNALS, Ticket.counted("load-"));

    private final Map<Service, Load> loads = new EnumMap<>(Service.class);
    private final List<ReadyReplicas> ready = new ArrayList<>();

    @Test
    void noRequestToVisionFails(Cluster cluster) {
        stopUnderLoad(cluster, Service.VISION);
    }

    @Test
    @Tag("outages")
    void noRequestToTheOthersFails(Cluster cluster) {
        stopUnderLoad(cluster, Service.OBSERVABILITY, Service.SIGNALS);
    }

    private void stopUnderLoad(Cluster cluster, Service... services) {
        cluster.require(services);
        for (Service service : services) {
            loads.put(service, load(cluster, service));
        }
        awaitMore();
        stopOneEach(cluster);
        awaitMore();
        endLoad();

        loads.forEach((service, load) -> assertEquals(List.of(), load.failures(), service::toString));
        loads.forEach((service, load) -> await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertEquals(
                        load.succeeded(), cluster.number(service, EFFECTS.get(service)), service::toString)));
    }

    private Load load(Cluster cluster, Service service) {
        List<Replica> replicas = cluster.of(service);
        assertEquals(2, replicas.size(), service::toString);
        ReadyReplicas asked = new ReadyReplicas(replicas);
        ready.add(asked);
        return switch (service) {
            case VISION -> new Load(asked, "/s/", GracefulStopIT::click);
            case OBSERVABILITY -> new Load(asked, "/batch/", GracefulStopIT::event);
            case SIGNALS -> {
                Ticket.switchOn(replicas.get(0).client());
                yield new Load(asked, Ticket.EMIT, number -> new Ticket("load-" + number).json());
            }
        };
    }

    private void awaitMore() {
        loads.values().forEach(load -> {
            int before = load.succeeded();
            await().atMost(Cluster.PATIENCE).until(() -> load.succeeded() > before + A_WHILE);
        });
    }

    private void stopOneEach(Cluster cluster) {
        List<Replica> stopping = loads.keySet().stream()
                .map(service -> cluster.of(service).get(1))
                .toList();
        long start = System.nanoTime();
        stopping.forEach(Replica::terminate);
        for (Replica replica : stopping) {
            assertEquals(SIGTERM, replica.exitCode(LONGEST_STOP), replica::log);
            System.out.printf("%s stopped within %d ms%n", replica.service(), (System.nanoTime() - start) / 1_000_000);
        }
        assertTrue(System.nanoTime() - start < LONGEST_STOP.toNanos());
    }

    private void endLoad() {
        loads.values().forEach(Load::close);
        ready.forEach(ReadyReplicas::close);
    }

    /** A click, in one of eight sessions. */
    private static String click(int number) {
        return """
                [{"event":"$snapshot","properties":{"token":"phc_local","distinct_id":"load","$session_id":"load-%d",
                  "$window_id":"w","$lib":"web","$snapshot_data":[
                   {"type":3,"data":{"source":2,"type":2,"id":1,"x":1,"y":1},"timestamp":%d}]}}]
                """.formatted(number % 8, System.currentTimeMillis());
    }

    private static String event(int number) {
        return """
                {"api_key":"phc_local","batch":[
                  {"event":"stopped under load","distinct_id":"load-%d","uuid":"%s","properties":{}}]}
                """.formatted(number % 8, UUID.randomUUID());
    }
}
