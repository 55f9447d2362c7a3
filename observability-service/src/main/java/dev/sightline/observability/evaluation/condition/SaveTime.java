package dev.sightline.observability.evaluation.condition;

import java.time.Instant;
import java.time.ZoneId;

/** When, and in which time zone, conditions were saved: what relative dates in them are relative to. */
public record SaveTime(Instant at, ZoneId zone) {}
