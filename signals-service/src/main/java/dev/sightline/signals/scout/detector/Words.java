package dev.sightline.signals.scout.detector;

import java.util.Locale;

/** Numbers as people read them. */
final class Words {

    private Words() {}

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.1f times", ratio);
    }

    static String number(double value) {
        return Math.abs(value) >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A name that strangers chose, marked as such. */
    static String quoted(String name) {
        return "'" + name.replace("'", "’") + "'";
    }
}
