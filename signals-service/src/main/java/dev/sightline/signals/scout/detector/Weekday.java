package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a day with the same weekday of the eight weeks before. Stretches in which nothing at all was heard of the
 * project are left out on both sides: they are gaps in the data, not drops.
 */
final class Weekday {

    private static final int WEEKS = 8;
    private static final int LEAST_POINTS = 6;
    private static final int LEAST_HOURS = 18;
    private static final int GAP = 3;

    private final History history;
    private final boolean[] heard;

    Weekday(History history) {
        this.history = history;
        this.heard = history.heard();
    }

    /** Empty if too little is known to judge. */
    Optional<Beside> compare(Series series, int day) {
        List<Integer> earlier = earlier(day);
        if (earlier.size() < LEAST_POINTS) {
            return Optional.empty();
        }
        boolean[] hours = comparable(day, earlier);
        if (count(hours) < LEAST_HOURS) {
            return Optional.empty();
        }
        double[] usual =
                earlier.stream().mapToDouble(one -> sum(series, one, hours)).toArray();
        return Optional.of(new Beside(sum(series, day, hours), usual, expected(series, day, hours)));
    }

    /** The same weekday of earlier weeks, as far as the project was heard of at all. */
    private List<Integer> earlier(int day) {
        List<Integer> days = new ArrayList<>();
        for (int week = 1; week <= WEEKS && day - 7 * week >= 0; week++) {
            if (heardOn(day - 7 * week)) {
                days.add(day - 7 * week);
            }
        }
        return days;
    }

    /** Whether anything was heard of the project on that day. */
    boolean heardOn(int day) {
        for (int hour = 0; hour < Series.DAY; hour++) {
            if (heard[day * Series.DAY + hour]) {
                return true;
            }
        }
        return false;
    }

    /** The hours that do not lie in a gap. */
    private boolean[] comparable(int day, List<Integer> earlier) {
        boolean[] hours = new boolean[Series.DAY];
        int silent = 0;
        for (int hour = 0; hour < Series.DAY; hour++) {
            hours[hour] = true;
            silent = heard[day * Series.DAY + hour] || !usuallyHeard(hour, earlier) ? 0 : silent + 1;
            for (int back = 0; silent >= GAP && back < silent; back++) {
                hours[hour - back] = false;
            }
        }
        return hours;
    }

    private boolean usuallyHeard(int hour, List<Integer> earlier) {
        long times =
                earlier.stream().filter(day -> heard[day * Series.DAY + hour]).count();
        return 4 * times >= 3L * earlier.size();
    }

    private static int count(boolean[] hours) {
        int count = 0;
        for (boolean hour : hours) {
            count += hour ? 1 : 0;
        }
        return count;
    }

    private static double sum(Series series, int day, boolean[] hours) {
        double sum = 0;
        for (int hour = 0; hour < Series.DAY; hour++) {
            sum += hours[hour] ? series.at(day * Series.DAY + hour) : 0;
        }
        return sum;
    }

    /** Last week's value, grown as the six days since grew against the six before them. */
    private double expected(Series series, int day, boolean[] hours) {
        if (day < 13) {
            return sum(series, day - 7, hours);
        }
        double before = series.days(day - 13, day - 7);
        double growth = before == 0 ? 1 : series.days(day - 6, day) / before;
        return sum(series, day - 7, hours) * Math.max(0.25, Math.min(4, growth));
    }
}
