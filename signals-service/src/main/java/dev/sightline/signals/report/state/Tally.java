package dev.sightline.signals.report.state;

/**
 * What a report has counted.
 *
 * @param totalWeight running sum of the weights of its signals
 * @param signalCount signals ever assigned; never falls
 * @param signalsAtRun forward threshold: a potential report is not promoted with fewer signals
 * @param runCount runs started
 */
public record Tally(double totalWeight, int signalCount, int signalsAtRun, int runCount) {

    /** The tally of a report that opens with one signal. */
    public static Tally first(double weight) {
        return new Tally(weight, 1, 0, 0);
    }

    /** One more signal. */
    public Tally plus(double weight) {
        return new Tally(totalWeight + weight, signalCount + 1, signalsAtRun, runCount);
    }

    Tally run(int increment) {
        return new Tally(totalWeight, signalCount, signalCount + increment, runCount + 1);
    }

    Tally snoozed(int signals) {
        return new Tally(totalWeight, signalCount, signalCount + signals, runCount);
    }

    Tally weightless() {
        return new Tally(0, signalCount, signalsAtRun, runCount);
    }
}
