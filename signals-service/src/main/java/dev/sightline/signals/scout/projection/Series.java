package dev.sightline.signals.scout.projection;

import java.util.stream.IntStream;

/**
 * One thing measured hour by hour, from the first day of its history on.
 *
 * @param hours a value for each hour; NaN where nothing is known
 */
public record Series(String kind, String entity, double[] hours) {

    /** Hours of a day. */
    public static final int DAY = 24;

    /** The value of an hour, nothing known counting as none. */
    public double at(int hour) {
        return Double.isNaN(hours[hour]) ? 0 : hours[hour];
    }

    /** What a day amounts to. */
    public double day(int day) {
        return sum(day * DAY, (day + 1) * DAY);
    }

    /** What hours amount to; {@code to} is left out. */
    public double sum(int from, int to) {
        double sum = 0;
        for (int hour = from; hour < to; hour++) {
            sum += at(hour);
        }
        return sum;
    }

    /** What days amount to; {@code to} is left out. */
    public double days(int from, int to) {
        return IntStream.range(from, to).mapToDouble(this::day).sum();
    }

    /**
     * The mean of an hourly value, each hour weighted by what {@code weights} has then; NaN for none. {@code to} is left out.
     */
    public double weighted(int from, int to, Series weights) {
        double sum = 0;
        double weight = 0;
        for (int hour = from; hour < to; hour++) {
            if (!Double.isNaN(hours[hour]) && weights.at(hour) > 0) {
                sum += hours[hour] * weights.at(hour);
                weight += weights.at(hour);
            }
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }
}
