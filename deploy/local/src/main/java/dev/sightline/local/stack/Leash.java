package dev.sightline.local.stack;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Ends this process when the one that started it is gone, however that came about: the runner holds the other end of
 * standard input, and the system closes it when the runner dies. As a main class it runs another one on the leash.
 */
public final class Leash {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leash() {}

    /** Runs the main class named by the first argument with the remaining ones. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        hold();
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        }
    }

    static void hold() {
        daemon("leash", Leash::awaitRelease);
    }

    private static void awaitRelease() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.err.println("The leash broke: " + e.getMessage());
        }
        daemon("halt", Leash::halt);
        System.exit(0);
    }

    /** For an orderly end that does not come to its end. */
    private static void halt() {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
