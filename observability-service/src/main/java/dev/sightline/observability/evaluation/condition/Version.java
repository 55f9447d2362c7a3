package dev.sightline.observability.evaluation.condition;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of up to three numbers. What follows a {@code -} or {@code +} is left out, missing parts are 0.
 *
 * @param given how many parts were written
 */
record Version(long major, long minor, long patch, int given) implements Comparable<Version> {

    private static final Pattern TEXT =
            Pattern.compile("[vV]?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:\\.\\d{1,9})*(?:[-+].*)?");
    private static final Pattern WILDCARD = Pattern.compile("(.+?)(?:\\.\\*)+");

    static Optional<Version> of(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long[] parts = {0, 0, 0};
        int given = 0;
        while (given < parts.length && matcher.group(given + 1) != null) {
            parts[given] = Long.parseLong(matcher.group(given + 1));
            given++;
        }
        return Optional.of(new Version(parts[0], parts[1], parts[2], given));
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(parts(), other.parts());
    }

    private long[] parts() {
        return new long[] {major, minor, patch};
    }

    /** A half-open range of versions. */
    record Range(Version from, Version to) {

        boolean holds(Version version) {
            return version.compareTo(from) >= 0 && version.compareTo(to) < 0;
        }
    }

    /** The same minor version from this one on, or the same major one if no minor is given. */
    static Optional<Range> tilde(String text) {
        return of(text).map(
                        version -> new Range(version, version.given == 1 ? version.nextMajor() : version.nextMinor()));
    }

    /** From this version on with the left-most part that is not zero fixed. */
    static Optional<Range> caret(String text) {
        return of(text).map(version -> new Range(version, version.nextAfterLeftMost()));
    }

    /** Every version that begins like this, written {@code 1.2.*}. */
    static Optional<Range> wildcard(String text) {
        Matcher matcher = WILDCARD.matcher(text.trim());
        return matcher.matches()
                ? of(matcher.group(1))
                        .map(prefix -> new Range(prefix, prefix.given == 1 ? prefix.nextMajor() : prefix.nextMinor()))
                : of(text).map(version -> new Range(version, version.nextPatch()));
    }

    private Version nextAfterLeftMost() {
        if (major > 0) {
            return nextMajor();
        }
        return minor > 0 ? nextMinor() : nextPatch();
    }

    private Version nextMajor() {
        return new Version(major + 1, 0, 0, given);
    }

    private Version nextMinor() {
        return new Version(major, minor + 1, 0, given);
    }

    private Version nextPatch() {
        return new Version(major, minor, patch + 1, given);
    }
}
