package dev.sightline.signals.scout.projection;

/** What is measured. The thing it is measured of stands in brackets. */
public final class Kinds {

    /** Events [name]. */
    public static final String EVENTS = "event";
    /** The event that tells of a session of which something was recorded for the first time. */
    public static final String RECORDING = "$recording_ingested";
    /** Distinct people of events, estimated [name]. */
    public static final String USERS = "event.users";
    /** Distinct people of an event in a whole day, estimated; stands in its first hour [name]. */
    public static final String DAY_USERS = "day.users";
    /** Distinct sessions of an event in a whole day, estimated; stands in its first hour [name]. */
    public static final String DAY_SESSIONS = "day.sessions";
    /** Calls of a model [model]. */
    public static final String CALLS = "llm.calls";
    /** Calls that failed, cancelled ones aside [model]. */
    public static final String ERRORS = "llm.errors";
    /** Calls that failed, by the kind of failure [model, a slash, the class of its status or 429]. */
    public static final String FAILURES = "llm.failures";
    /** US dollars [model]. */
    public static final String COST = "llm.cost";
    /** Seconds that half of the calls stay below [model]. */
    public static final String P50 = "llm.p50";
    /** Seconds that nine in ten calls stay below [model]. */
    public static final String P90 = "llm.p90";
    /** Seconds that 99 in 100 calls stay below [model]. */
    public static final String P99 = "llm.p99";
    /** Sketches of the latency of calls [model]. */
    static final String LATENCY = "llm.latency";
    /** Verdicts that passed [evaluation]. */
    public static final String PASSED = "evaluation.passed";
    /** Verdicts that did not [evaluation]. */
    public static final String NOT_PASSED = "evaluation.not_passed";
    /** Runs to whose event the evaluation did not apply [evaluation]. */
    public static final String NOT_APPLICABLE = "evaluation.not_applicable";
    /** Runs that failed [evaluation]. */
    public static final String RUN_FAILED = "evaluation.failed";
    /** Sessions observed [scanner]. */
    public static final String SUCCEEDED = "scanner.succeeded";
    /** Observations that failed [scanner]. */
    public static final String FAILED = "scanner.failed";
    /** Observations of sessions that cannot be observed [scanner]. */
    public static final String INELIGIBLE = "scanner.ineligible";
    /** Sessions that a monitor answered with yes [scanner]. */
    public static final String YES = "scanner.yes";
    /** Sessions that a monitor answered with no [scanner]. */
    public static final String NO = "scanner.no";
    /** Sum of the scores [scanner]. */
    public static final String SCORE = "scanner.score";
    /** Sum of the squares of the scores [scanner]. */
    public static final String SCORE_SQUARED = "scanner.score_squared";
    /** Sessions with a tag [scanner, a slash, tag]. */
    public static final String TAG = "scanner.tag";

    /** Whether a kind says something of each hour, not of a whole day. */
    static boolean isHourly(String kind) {
        return !kind.startsWith("day.");
    }

    private Kinds() {}
}
