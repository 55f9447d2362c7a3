package dev.sightline.vision.observation;

/**
 * How many observations pass a filter.
 *
 * @param among how many rows are met on a walk through all that may pass
 */
record Found(long count, long among) {

    static final Found NONE = new Found(0, 0);

    /** In rows that are met on a walk, which mostly lie side by side: each of these lies on a page of its own. */
    private static final double COST_OF_A_ROW_BY_ITSELF = 5;

    /** All rows that are met pass. */
    static Found all(long count) {
        return new Found(count, count);
    }

    /** Rows that no walk leads to. */
    static Found scattered(long count) {
        return new Found(count, Long.MAX_VALUE);
    }

    /** Whether the rows themselves cost less than those that are met until as many as wanted were found. */
    boolean isFewFor(long wanted) {
        return COST_OF_A_ROW_BY_ITSELF * count * count < (double) wanted * among;
    }
}
