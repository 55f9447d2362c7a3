package dev.sightline.api.body;

/** What must hold of a value that has been read; refuses it at the first constraint it breaks. */
@FunctionalInterface
interface Check {

    void check(Object value, Spot spot);
}
