package dev.sightline.observability.hog.vm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Room for deep recursion. A thousand calls need more stack than a thread of a server has, so at a certain depth a run
 * goes on in a thread of its own that has enough, while the first one waits.
 */
final class DeepStack {

    /** The deepest call that runs in the thread of the caller. */
    static final int SHALLOW = 40;

    private static final long STACK_BYTES = 512L << 20;

    private DeepStack() {}

    static Object continueWith(Frame frame) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> run(frame, outcome), "hog-deep", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return await(frame.run, outcome);
    }

    private static void run(Frame frame, CompletableFuture<Object> outcome) {
        try {
            outcome.complete(frame.execute());
        } catch (StackOverflowError e) {
            outcome.completeExceptionally(Frame.tooDeep());
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private static Object await(Run run, CompletableFuture<Object> outcome) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    run.cancel();
                } catch (ExecutionException e) {
                    throw unwrapped(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
