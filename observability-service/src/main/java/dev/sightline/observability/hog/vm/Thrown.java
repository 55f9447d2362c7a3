package dev.sightline.observability.hog.vm;

/** An error value on its way from {@code throw} to the nearest {@code catch}. */
public final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorValue error;

    public Thrown(ErrorValue error) {
        super(null, null, false, false);
        this.error = error;
    }

    public ErrorValue error() {
        return error;
    }
}
