package dev.sightline.signals.signal;

/** Where a signal comes from: a product and one of its types, as {@code source_product} and {@code source_type} say. */
public record SignalSource(String product, String type) {

    /** Reads {@code product/type}. */
    static SignalSource parse(String text) {
        String[] parts = text.split("/", 2);
        return new SignalSource(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return product + '/' + type;
    }
}
