package dev.sightline.signals.scout.fleet;

/** A scout that comes with Sightline. */
public record ShippedScout(String name, SkillText text) {}
