package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions from one, included, to another, excluded. Missing parts are 0, what follows a hyphen or a plus is cut off.
 *
 * @param from null for no lower end
 * @param to null for no upper end
 */
record VersionRange(Integer[] from, Integer[] to) {

    private static final Pattern VERSION =
            Pattern.compile("v?([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?(?:[-+].*)?");
    private static final Pattern WILDCARD = Pattern.compile("v?([0-9]{1,9})(?:\\.([0-9]{1,9}))?\\.\\*");

    static VersionRange read(Operator operator, String text) {
        Integer[] version = operator == Operator.SEMVER_WILDCARD ? parts(WILDCARD, text) : parts(VERSION, text);
        int given = given(version);
        Integer[] full = padded(version);
        return switch (operator) {
            case SEMVER_GT -> new VersionRange(after(full, 2), null);
            case SEMVER_GTE -> new VersionRange(full, null);
            case SEMVER_LT -> new VersionRange(null, full);
            case SEMVER_LTE -> new VersionRange(null, after(full, 2));
            case SEMVER_TILDE -> new VersionRange(full, after(full, given == 1 ? 0 : 1));
            case SEMVER_CARET -> new VersionRange(full, after(full, firstSet(full)));
            case SEMVER_WILDCARD -> new VersionRange(full, after(full, given - 1));
            default -> new VersionRange(full, after(full, 2));
        };
    }

    private static Integer[] parts(Pattern form, String text) {
        Matcher matcher = form.matcher(text.trim());
        if (!matcher.matches()) {
            throw new InvalidSessionFilter("A version must be written like 1.2.3, or 1.2.* for a wildcard.");
        }
        Integer[] parts = new Integer[matcher.groupCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = matcher.group(i + 1) == null ? null : Integer.valueOf(matcher.group(i + 1));
        }
        return parts;
    }

    private static int given(Integer[] parts) {
        return (int) Arrays.stream(parts).filter(part -> part != null).count();
    }

    private static Integer[] padded(Integer[] parts) {
        Integer[] full = {0, 0, 0};
        for (int i = 0; i < parts.length; i++) {
            full[i] = parts[i] == null ? 0 : parts[i];
        }
        return full;
    }

    /** The first version that differs in the part at the place. */
    private static Integer[] after(Integer[] version, int place) {
        Integer[] next = {0, 0, 0};
        System.arraycopy(version, 0, next, 0, place + 1);
        next[place]++;
        return next;
    }

    private static int firstSet(Integer[] version) {
        return version[0] > 0 ? 0 : version[1] > 0 ? 1 : 2;
    }

    String sql(String version, Where where) {
        String low = from == null ? "" : version + " >= " + where.bind(from) + "::int[]";
        String high = to == null ? "" : version + " < " + where.bind(to) + "::int[]";
        return from == null ? high : to == null ? low : "(" + low + " and " + high + ")";
    }
}
