package dev.sightline.observability.event;

import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import java.util.List;

/**
 * A page of events, which knows no count.
 *
 * @param next link to the following page, null on the last
 */
record EventList(String next, List<EventView> results) {

    /** The first of what was found; one more than the page takes says that there is another page. */
    static EventList of(PageRequest request, List<StoredEvent> found) {
        List<EventView> views =
                found.stream().limit(request.limit()).map(EventView::of).toList();
        Page<EventView> page = request.page(request.offset() + found.size(), views);
        return new EventList(page.next(), page.results());
    }
}
