package dev.sightline.messaging;

/**
 * The order in which a service stops, once no request is under way any more: priorities for observers of the shutdown.
 * After all of them the broker's connector commits what was applied, and the pools close.
 */
public final class StopOrder {

    /** Consumers take no more messages. */
    static final int CONSUMERS = 1_000;

    /** Workers begin nothing more. */
    public static final int WORKERS = 2_000;

    /** What was begun comes to its end. */
    public static final int WORK_IN_HAND = 3_000;

    /** What the work needed until now is given up. */
    public static final int AFTERWARDS = 4_000;

    private StopOrder() {}
}
