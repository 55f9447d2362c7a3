package dev.sightline.local;

import dev.sightline.local.stack.Runner;
import dev.sightline.local.stack.Settings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the stack, wherever it was started. */
@Command(name = "down", description = "Stops Sightline and waits until it has stopped.")
final class Down implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Optional<Runner> runner = Runner.find(Settings.ofThisProcess());
        if (runner.isEmpty()) {
            System.out.println("Sightline is not running");
            return 0;
        }
        runner.get().stop();
        System.out.println("Sightline has stopped");
        return 0;
    }
}
