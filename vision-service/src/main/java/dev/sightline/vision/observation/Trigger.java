package dev.sightline.vision.observation;

/**
 * What started an observation.
 *
 * @param userId who asked; null for the schedule
 */
public record Trigger(String kind, Integer userId) {

    public static final String SCHEDULE_KIND = "schedule";
    public static final String ON_DEMAND_KIND = "on_demand";

    public static final Trigger SCHEDULE = new Trigger(SCHEDULE_KIND, null);

    public static Trigger onDemand(int userId) {
        return new Trigger(ON_DEMAND_KIND, userId);
    }
}
