package dev.sightline.local;

import dev.sightline.local.stack.Detached;
import dev.sightline.local.stack.Progress;
import dev.sightline.local.stack.Settings;
import dev.sightline.local.stack.Stack;
import dev.sightline.local.stack.Welcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack and keeps it until it is told to stop. */
@Command(name = "up", description = "Starts Sightline and runs it in the foreground until Ctrl-C.")
final class Up implements Callable<Integer> {

    @Option(names = "--fresh", description = "Empty the data folder first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Run in the background; return when Sightline is ready.")
    private boolean detach;

    private final Settings settings = Settings.ofThisProcess();
    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws Exception {
        if (detach) {
            return new Detached(settings).run(Sightline.class, fresh ? List.of("up", "--fresh") : List.of("up"));
        }
        Stack stack = Stack.open(settings, progress, fresh);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
        stack.start();
        progress.say(new Welcome(settings).text());
        stack.watch();
        return 0;
    }

    private void stop(Stack stack) {
        progress.say("Stopping Sightline");
        try {
            stack.stop();
            progress.say("Sightline has stopped");
        } catch (IOException | InterruptedException e) {
            progress.say("Sightline did not stop cleanly: " + e);
        }
    }
}
