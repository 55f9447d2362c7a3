package dev.sightline.local.endtoend;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a replica's log may say of servers that are away: each thing at most once a minute, and nothing with a trace.
 *
 * @param linesBefore what the log had when the server went
 * @param since nanoseconds of the clock at that time
 */
record Reminders(Replica replica, int linesBefore, long since) {

    private static final Pattern ENTRY = Pattern.compile(
            "\\d{4}-\\S+ \\S+ (?<level>\\w+) +\\[(?<from>\\S+)] \\([^)]*\\) (?<what>.*?)(?::? cause=.*)?");

    /** Says that the machine is busy, which is of no interest here. */
    private static final String BUSY = "io.vertx.core.impl.BlockedThreadChecker";

    /** A line of the log and whether a trace follows it. */
    private record Complaint(String what, boolean traced) {}

    /** From now on. */
    static Reminders of(Replica replica) {
        return new Reminders(replica, replica.lines().size(), System.nanoTime());
    }

    /** Fails if the log says something more often than the time that has passed explains. */
    void check() {
        long most = 1 + Duration.ofNanos(System.nanoTime() - since).toMinutes();
        List<Complaint> complaints = complaints();
        complaints.forEach(
                complaint -> assertFalse(complaint.traced(), () -> complaint.what() + " in\n" + replica.log()));
        counted(complaints).forEach((what, times) -> assertTrue(times <= most, () -> times + " times: " + what));
    }

    private static Map<String, Long> counted(List<Complaint> complaints) {
        return complaints.stream().collect(Collectors.groupingBy(Complaint::what, Collectors.counting()));
    }

    private List<Complaint> complaints() {
        List<String> all = replica.lines();
        List<String> lines = all.subList(linesBefore, all.size());
        List<Complaint> complaints = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (entry.matches() && isComplaint(entry)) {
                boolean traced =
                        i + 1 < lines.size() && !ENTRY.matcher(lines.get(i + 1)).matches();
                complaints.add(new Complaint(entry.group("from") + ": " + entry.group("what"), traced));
            }
        }
        return complaints;
    }

    private static boolean isComplaint(Matcher entry) {
        return entry.group("level").matches("WARN|ERROR")
                && !entry.group("from").equals(BUSY);
    }
}
