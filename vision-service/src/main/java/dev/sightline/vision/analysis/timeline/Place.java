package dev.sightline.vision.analysis.timeline;

/**
 * Where something happened.
 *
 * @param url address of the page, empty if unknown
 * @param element what was acted on, {@link Element#NONE} if nothing
 */
public record Place(String url, Element element) {

    public static Place page(String url) {
        return new Place(url, Element.NONE);
    }

    /** The page without host, query and fragment, identifiers in it replaced. */
    public String path() {
        return Urls.path(url);
    }
}
