package dev.sightline.local;

import dev.sightline.local.stack.StackFailure;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind the scripts of {@code deploy/local}. */
@Command(
        name = "sightline",
        description = "Runs Sightline on this machine.",
        subcommands = {Up.class, Down.class, Status.class, Demo.class, Key.class, Dlq.class, Generate.class})
public final class Sightline {

    private Sightline() {}

    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Sightline());
        commands.setExecutionExceptionHandler(Sightline::explain);
        System.exit(commands.execute(arguments));
    }

    /** Failures with a message for people are shown as that message, defects with their trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof StackFailure
                || failure instanceof IllegalArgumentException
                || failure instanceof IOException) {
            command.getErr().println(failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
