package dev.sightline.vision.recording;

/** Takes the items of a session in the order they were recorded. */
@FunctionalInterface
public interface ItemSink {

    /** One item of a browser window. Must not keep the item: its tree may be large. */
    void item(String windowId, RrwebItem item);
}
