package dev.sightline.observability.hog.vm;

/** A variable that a function took along. Everybody who can see the variable sees the same cell. */
public final class Cell {

    private Object value;

    public Cell(Object value) {
        this.value = value;
    }

    public Object value() {
        return value;
    }

    public void set(Object newValue) {
        value = newValue;
    }
}
