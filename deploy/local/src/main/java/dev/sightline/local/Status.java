package dev.sightline.local;

import dev.sightline.local.stack.PartStatus;
import dev.sightline.local.stack.Runner;
import dev.sightline.local.stack.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the parts of the stack. */
@Command(
        name = "status",
        description = "Shows what runs and how much memory it takes; exits with 1 unless everything is ready.")
final class Status implements Callable<Integer> {

    private static final int KIB_PER_MIB = 1024;

    private final Settings settings = Settings.ofThisProcess();

    @Override
    public Integer call() throws Exception {
        Optional<Runner> runner = Runner.find(settings);
        if (runner.isEmpty()) {
            System.out.println("Sightline is not running");
            return 1;
        }
        List<PartStatus> parts = runner.get().parts();
        System.out.println("Sightline runs at " + settings.url());
        show(parts);
        return parts.stream().allMatch(PartStatus::ready) ? 0 : 1;
    }

    private static void show(List<PartStatus> parts) throws IOException {
        long sum = 0;
        for (PartStatus part : parts) {
            long resident = part.residentKib();
            sum += resident;
            row(part.name(), part.process().pid() + (part.ready() ? "  ready    " : "  not ready"), resident);
        }
        row("all", "", sum);
    }

    private static void row(String name, String state, long kib) {
        System.out.println(String.format(Locale.ROOT, "  %-14s %20s %6d MiB", name, state, kib / KIB_PER_MIB));
    }
}
