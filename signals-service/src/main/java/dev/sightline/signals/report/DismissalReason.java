package dev.sightline.signals.report;

import java.util.Locale;

/** Why a person dismissed a report (spec/signals.md 5). */
enum DismissalReason {
    ALREADY_FIXED,
    REPORT_UNCLEAR,
    ANALYSIS_WRONG,
    WONTFIX_INTENTIONAL,
    WONTFIX_IRRELEVANT,
    OTHER;

    /** The code in the API. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
