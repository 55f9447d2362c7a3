package dev.sightline.signals.scout.fleet;

import dev.sightline.api.ApiException;

/** What scouts are called. */
public final class SkillName {

    public static final String PREFIX = "signals-scout-";
    public static final int MAX_LENGTH = 200;

    private SkillName() {}

    /** The name; a 400 on the member if it is not a scout's. */
    public static String check(String attr, String name) {
        if (!name.startsWith(PREFIX) || name.length() == PREFIX.length()) {
            throw ApiException.invalid(attr, "The name of a scout starts with \"" + PREFIX + "\".");
        }
        return name;
    }
}
