package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * Where an organization stands in the current calendar month (spec/vision.md 13.1).
 *
 * @param usageThisMonth successes, each with its receipt, and what is in flight
 * @param projectedMonthlyObservations what the enabled scanners are expected to need
 */
@JsonPropertyOrder({
    "monthly_quota",
    "usage_this_month",
    "remaining",
    "exhausted",
    "period_start",
    "period_end",
    "projected_monthly_observations"
})
public record QuotaState(
        long monthlyQuota,
        long usageThisMonth,
        long remaining,
        boolean exhausted,
        Instant periodStart,
        Instant periodEnd,
        long projectedMonthlyObservations) {}
