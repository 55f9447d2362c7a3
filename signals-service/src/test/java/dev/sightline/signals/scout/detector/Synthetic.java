package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * A project that never was: two models, two scanners, an evaluation, page views and rage clicks, with daily and weekly
 * seasons and noise, over sixty days.
 */
final class Synthetic {

    static final int DAYS = 60;
    static final int YESTERDAY = DAYS - 2;
    static final String STEADY = "model-steady";
    static final String OTHER = "model-other";
    static final String SCANNER = "0b6b2f0e-0000-7000-8000-000000000001";
    static final String SECOND = "0b6b2f0e-0000-7000-8000-000000000002";
    static final String EVALUATION = "0b6b2f0e-0000-7000-8000-00000000000e";

    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final Random random;
    private final History.Builder builder = new History.Builder(1, START, DAYS);

    Synthetic(long seed) {
        random = new Random(seed);
    }

    /** How busy an hour is: quiet nights, quiet weekends. */
    static double season(int hour) {
        double daily = 1 + 0.7 * Math.sin((hour % 24 - 8) * Math.PI / 12);
        return daily * ((hour / 24) % 7 >= 5 ? 0.4 : 1);
    }

    /** Counts of a thing with this hourly mean times the season, up to now. */
    Synthetic counts(String kind, String entity, IntToDoubleFunction mean) {
        double[] hours = builder.hours(kind, entity);
        for (int hour = 0; hour < hours.length - 12; hour++) {
            hours[hour] = poisson(mean.applyAsDouble(hour) * season(hour) * jitter());
        }
        return this;
    }

    /** Values around a level, with noise. */
    Synthetic level(String kind, String entity, IntToDoubleFunction level) {
        double[] hours = builder.hours(kind, entity);
        for (int hour = 0; hour < hours.length - 12; hour++) {
            hours[hour] = level.applyAsDouble(hour) * Math.exp(0.15 * random.nextGaussian());
        }
        return this;
    }

    /** Every hour is a little busier or quieter than its season. */
    private double jitter() {
        return Math.exp(0.15 * random.nextGaussian());
    }

    double poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** Makes a stretch in which nothing was heard. */
    static void silence(History history, int fromHour, int toHour) {
        history.series().values().forEach(byEntity -> byEntity.values().forEach(series -> {
            for (int hour = fromHour; hour < toHour; hour++) {
                series.hours()[hour] = Double.NaN;
            }
        }));
    }

    /** Multiplies the hours of some days. */
    static void scale(Series series, int fromDay, int toDay, double factor) {
        scaleHours(series, fromDay * 24, toDay * 24, factor);
    }

    /** Multiplies hours. */
    static void scaleHours(Series series, int from, int to, double factor) {
        for (int hour = from; hour < to; hour++) {
            series.hours()[hour] = Math.rint(series.hours()[hour] * factor * 100) / 100;
        }
    }

    History build() {
        return builder.name(SCANNER, "Checkout trouble")
                .name(EVALUATION, "Polite")
                .build();
    }

    /** It is noon: the hour from ten to eleven is the last that is over and has settled. */
    static Facts facts(History history) {
        return facts(history, 12);
    }

    /** What is known at an hour of the last day. */
    static Facts facts(History history, int hour) {
        Instant now = history.date(DAYS - 1).atStartOfDay().plusHours(hour).toInstant(ZoneOffset.UTC);
        return new Facts(history, Roster.EMPTY, ServiceState.NONE, now);
    }

    /** A project in which nothing changes; sizes differ with the seed. */
    static History stationary(long seed) {
        return ordinary(seed, hour -> 1);
    }

    /** A project in which everything grows or shrinks as {@code trend} says, by hour. */
    static History ordinary(long seed, IntToDoubleFunction trend) {
        return ordinary(seed, 0.5 + 20 * new Random(seed * 31).nextDouble(), trend);
    }

    /** @param size calls of the smaller model in an average hour */
    static History ordinary(long seed, double size, IntToDoubleFunction trend) {
        Synthetic made = new Synthetic(seed);
        made.model(STEADY, hour -> size * trend.applyAsDouble(hour));
        made.model(OTHER, hour -> 2 * size * trend.applyAsDouble(hour));
        made.scanner(SCANNER, hour -> size * trend.applyAsDouble(hour));
        made.scanner(SECOND, hour -> 0.5 * size * trend.applyAsDouble(hour));
        for (String kind : List.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED)) {
            double share = kind.equals(Kinds.PASSED) ? 0.7 : 0.1;
            made.counts(kind, EVALUATION, hour -> share * size * trend.applyAsDouble(hour));
        }
        made.counts(Kinds.EVENTS, "$pageview", hour -> 5 * size * trend.applyAsDouble(hour));
        made.counts(Kinds.EVENTS, "$rageclick", hour -> 0.2 * size * trend.applyAsDouble(hour));
        made.counts(Kinds.DAY_USERS, "$rageclick", hour -> 0.1 * size * trend.applyAsDouble(hour));
        made.counts(Kinds.DAY_SESSIONS, "$rageclick", hour -> 0.2 * size * trend.applyAsDouble(hour));
        made.counts(Kinds.USERS, "$ai_generation", hour -> size * trend.applyAsDouble(hour));
        made.counts(Kinds.EVENTS, Kinds.RECORDING, hour -> (5 + size) * trend.applyAsDouble(hour));
        List.of(STEADY, OTHER).forEach(made::failures);
        return made.build();
    }

    /** Half of the failures have one kind of status and half the other. */
    private void failures(String model) {
        double[] errors = builder.hours(Kinds.ERRORS, model);
        double[] provider = builder.hours(Kinds.FAILURES, model + "/5xx");
        double[] caller = builder.hours(Kinds.FAILURES, model + "/4xx");
        for (int hour = 0; hour < errors.length - 12; hour++) {
            provider[hour] = 0;
            for (int error = 0; error < errors[hour]; error++) {
                provider[hour] += random.nextInt(2);
            }
            caller[hour] = errors[hour] - provider[hour];
        }
    }

    private void model(String name, IntToDoubleFunction mean) {
        counts(Kinds.CALLS, name, mean);
        counts(Kinds.ERRORS, name, hour -> 0.03 * mean.applyAsDouble(hour));
        double[] calls = builder.hours(Kinds.CALLS, name);
        double[] cost = builder.hours(Kinds.COST, name);
        for (int hour = 0; hour < calls.length; hour++) {
            cost[hour] = calls[hour] * 0.05 * jitter();
        }
        level(Kinds.P50, name, hour -> 1);
        level(Kinds.P90, name, hour -> 3);
        level(Kinds.P99, name, hour -> 9);
    }

    private void scanner(String id, IntToDoubleFunction mean) {
        double[] yes = builder.hours(Kinds.YES, id);
        double[] no = builder.hours(Kinds.NO, id);
        double[] all = builder.hours(Kinds.SUCCEEDED, id);
        double[] score = builder.hours(Kinds.SCORE, id);
        double[] squares = builder.hours(Kinds.SCORE_SQUARED, id);
        double[] tag = builder.hours(Kinds.TAG, id + "/slow");
        for (int hour = 0; hour < yes.length - 12; hour++) {
            yes[hour] = poisson(0.3 * mean.applyAsDouble(hour) * season(hour));
            no[hour] = poisson(0.7 * mean.applyAsDouble(hour) * season(hour));
            all[hour] = yes[hour] + no[hour];
            tag[hour] = Math.rint(all[hour] * 0.25 * jitter());
            addScores(all[hour], hour, score, squares);
        }
        counts(Kinds.FAILED, id, hour -> 0.05 * mean.applyAsDouble(hour));
    }

    private void addScores(double count, int hour, double[] sums, double[] squares) {
        sums[hour] = 0;
        squares[hour] = 0;
        for (int i = 0; i < count; i++) {
            double score = 1 + random.nextInt(5);
            sums[hour] += score;
            squares[hour] += score * score;
        }
    }
}
