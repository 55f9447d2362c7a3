package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.Series;

/** Hours of a history in a row; {@code to} is left out. */
record Bucket(int from, int to) {

    static Bucket ofDay(int day) {
        return new Bucket(day * Series.DAY, (day + 1) * Series.DAY);
    }

    int day() {
        return from / Series.DAY;
    }

    Bucket back(int hours) {
        return new Bucket(from - hours, to - hours);
    }

    double sum(Series series) {
        return series.sum(from, to);
    }

    /** The mean of an hourly value, each hour weighted by what {@code weights} has then; NaN for none. */
    double weighted(Series series, Series weights) {
        return series.weighted(from, to, weights);
    }
}
