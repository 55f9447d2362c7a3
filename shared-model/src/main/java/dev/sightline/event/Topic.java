package dev.sightline.event;

/** The Kafka topics of Sightline. Keys and producers stand in DESIGN section 4 and in {@code deploy/asyncapi.yaml}. */
public enum Topic {
    RECORDINGS_SNAPSHOTS(Topic.SNAPSHOTS),
    EVENTS_CAPTURED(Topic.EVENTS),
    VISION_OBSERVATIONS(Topic.OBSERVATIONS),
    EVALUATIONS_RUNS(Topic.EVALUATIONS),
    SIGNALS_EMITTED(Topic.SIGNALS),
    SIGNALS_REPORTS(Topic.REPORTS),
    ACTIVITY_LOGGED(Topic.ACTIVITY),
    TASKS_RUNS(Topic.TASKS),
    SCOUTS_INVENTORY(Topic.INVENTORY);

    /** Key {@code project:session}. */
    public static final String SNAPSHOTS = "recordings.snapshots";
    /** Key {@code project:distinct_id}. */
    public static final String EVENTS = "events.captured";
    /** Key {@code project:scanner}. */
    public static final String OBSERVATIONS = "vision.observations";
    /** Key {@code project:evaluation}. */
    public static final String EVALUATIONS = "evaluations.runs";
    /** Key {@code project}: one lane a project. */
    public static final String SIGNALS = "signals.emitted";
    /** Key {@code project}. */
    public static final String REPORTS = "signals.reports";
    /** Key {@code project}. */
    public static final String ACTIVITY = "activity.logged";
    /** Key {@code project}: runs of outside tasks. */
    public static final String TASKS = "tasks.runs";
    /** Key {@code project:section}: what other systems keep of projects. */
    public static final String INVENTORY = "scouts.inventory";

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    /** Where a message of this topic goes that no consumer can apply. */
    public String deadLetters() {
        return deadLettersOf(topicName);
    }

    public static String deadLettersOf(String topicName) {
        return topicName + ".dlq";
    }
}
