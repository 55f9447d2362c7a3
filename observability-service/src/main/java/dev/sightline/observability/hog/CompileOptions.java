package dev.sightline.observability.hog;

/**
 * How a source is compiled.
 *
 * @param nullSafe whether {@code <}, {@code <=}, {@code >}, {@code >=} and {@code between} are false when an operand is
 *     null, instead of failing
 */
public record CompileOptions(boolean nullSafe) {

    /** Comparisons with null fail. */
    public static CompileOptions standard() {
        return new CompileOptions(false);
    }

    /** How evaluations are compiled: comparisons with null are false. */
    public static CompileOptions evaluation() {
        return new CompileOptions(true);
    }
}
