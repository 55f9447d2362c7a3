package dev.sightline.load;

import java.time.Duration;
import java.util.List;

/**
 * How many events {@code /batch/} takes a second in requests of a hundred, and how long an answer takes at half that
 * rate; beside it how long one takes that needs neither work nor broker, which is what the machine itself adds.
 */
public final class EventLoad {

    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private EventLoad() {}

    public static void main(String[] arguments) throws Exception {
        Duration each = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Run.of(Service.OBSERVABILITY, (service, broker) -> measure(service, each));
        System.exit(0);
    }

    private static void measure(ServiceProcess service, Duration each) throws Exception {
        Posts plain = new Posts(service.port(), "/batch/", Events.plain());
        Posts packed = new Posts(service.port(), "/batch/", Events.gzipped());
        System.out.println("warming up");
        plain.during(WARM_UP);
        packed.during(WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round);
            measure("plain", plain, service, each);
            measure("gzip", packed, service, each);
        }
    }

    private static void measure(String what, Posts posts, ServiceProcess service, Duration each) throws Exception {
        Figure most = service.spent(() -> posts.during(each));
        System.out.printf(
                "  %-6s %,9.0f events/s; requests: %s; resident %d MB%n",
                what, most.perSecond() * Events.EACH, most, service.residentMegabytes());
        paced("at half of it", posts, most.perSecond() / 2, each);
        paced("and with nothing to do", Posts.idle(service.port()), most.perSecond() / 2, each);
    }

    private static void paced(String what, Posts posts, double perSecond, Duration each) throws Exception {
        List<Duration> times = new PacedPosts(posts, perSecond).during(each);
        System.out.printf("  %-6s %s: p50 %s, p99 %s%n", "", what, at(times, 50), at(times, 99));
    }

    private static String at(List<Duration> times, int percent) {
        return "%.1f ms".formatted(times.get(times.size() * percent / 100).toNanos() / 1e6);
    }
}
