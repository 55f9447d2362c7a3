package dev.sightline.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A runner in the background: its output goes to a log, and is shown here until it is ready or gives up. */
public record Detached(Settings settings) {

    private static final long POLL_MS = 50;

    /** Starts this program once more, in the background, and returns its exit code, or 0 as soon as it is ready. */
    public int run(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        Path log = Files.createDirectories(settings.logs()).resolve("up.log");
        Process runner = new ProcessBuilder(command(program, arguments))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        try (RandomAccessFile output = new RandomAccessFile(log.toFile(), "r")) {
            return follow(runner, output);
        }
    }

    /** Deaf to the end of the terminal that started it. */
    private static List<String> command(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("nohup"));
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        return command;
    }

    private static int follow(Process runner, RandomAccessFile output) throws IOException, InterruptedException {
        StringBuilder seen = new StringBuilder();
        boolean isAlive = true;
        while (isAlive && seen.indexOf(Welcome.READY) < 0) {
            Thread.sleep(POLL_MS);
            isAlive = runner.isAlive();
            seen.append(show(output));
        }
        return isAlive ? 0 : runner.exitValue();
    }

    private static String show(RandomAccessFile output) throws IOException {
        byte[] more = new byte[(int) (output.length() - output.getFilePointer())];
        output.readFully(more);
        String text = new String(more, StandardCharsets.UTF_8);
        System.out.print(text);
        System.out.flush();
        return text;
    }
}
