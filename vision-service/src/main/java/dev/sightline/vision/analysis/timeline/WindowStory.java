package dev.sightline.vision.analysis.timeline;

import dev.sightline.vision.analysis.timeline.Clicks.Click;
import dev.sightline.vision.analysis.timeline.Moments.What;
import dev.sightline.vision.recording.Interaction;
import dev.sightline.vision.recording.RrwebItem;
import java.io.IOException;

/** What happens in one browser window: keeps its page and hands each item to whom it concerns. */
final class WindowStory {

    private static final long SCROLL_ANSWER_MS = 100;

    private final Moments moments;
    private final PageDom dom;
    private final DomMutations mutations;
    private final ElementNames names;
    private final Clicks clicks;
    private final Typing typing;
    private final Forms forms;
    private final Pages pages;
    private final Scrolling scrolling;
    private long lastClick = Long.MIN_VALUE;
    private long lastInput = Long.MIN_VALUE;
    private long end;

    WindowStory(Moments moments, NodeBudget budget) {
        this.moments = moments;
        this.dom = new PageDom(budget);
        this.mutations = new DomMutations(dom);
        this.names = new ElementNames(dom);
        this.clicks = new Clicks(moments);
        this.typing = new Typing(moments);
        this.forms = new Forms(moments);
        this.pages = new Pages(moments);
        this.scrolling = new Scrolling(moments);
    }

    /** @throws IOException if a compressed part of the item cannot be read; the window goes on without it */
    void item(RrwebItem item) throws IOException {
        end = Math.max(end, item.timestamp());
        switch (item.type()) {
            case FULL_SNAPSHOT -> snapshot(item);
            case INCREMENTAL -> incremental(item);
            case META -> page(item);
            case CUSTOM -> custom(item);
            default -> {}
        }
    }

    /** The page, or the network, answered at a time. */
    void answered(long at) {
        clicks.answered(at);
    }

    void finish() {
        clicks.finish(end);
        typing.finish();
        forms.finish();
        scrolling.finish();
    }

    private void snapshot(RrwebItem item) throws IOException {
        clicks.answered(item.timestamp());
        mutations.replace(item);
    }

    private void incremental(RrwebItem item) throws IOException {
        switch (item.source()) {
            case MUTATION -> mutation(item);
            case MOUSE_INTERACTION -> interaction(item);
            case INPUT -> input(item);
            case SCROLL -> scroll(item);
            case MEDIA_INTERACTION -> clicks.answered(item.timestamp());
            default -> {}
        }
    }

    private void mutation(RrwebItem item) throws IOException {
        clicks.answered(item.timestamp());
        mutations.apply(item);
    }

    private void interaction(RrwebItem item) {
        if (item.interaction() != Interaction.CLICK) {
            return;
        }
        lastClick = item.timestamp();
        DomNode target = names.target(dom.node(item.nodeId()));
        int id = target == null ? item.nodeId() : target.id;
        clicks.click(new Click(item.timestamp(), id, new Place(pages.url(), names.element(target))));
        if (target != null && ElementNames.role(target).equals("button")) {
            forms.button(item.timestamp(), form(target));
        }
    }

    private void input(RrwebItem item) {
        clicks.answered(item.timestamp());
        lastInput = item.timestamp();
        DomNode node = dom.node(item.nodeId());
        Place place = new Place(pages.url(), names.element(node));
        typing.input(item.timestamp(), item.nodeId(), place, item.data());
        if (node != null && !item.data().path("text").asText("").isEmpty() && !isSearch(node)) {
            forms.input(item.timestamp(), form(node), place);
        }
    }

    private static boolean isSearch(DomNode field) {
        return field.attribute(Attribute.TYPE).equals("search")
                || field.attribute(Attribute.ROLE).startsWith("search");
    }

    private static DomNode form(DomNode node) {
        return PageDom.closest(node, ancestor -> ancestor.tag().equals("form"));
    }

    /** A click on a link within the page scrolls at once; what comes later a person did. */
    private void scroll(RrwebItem item) {
        if (item.timestamp() - lastClick <= SCROLL_ANSWER_MS) {
            clicks.answered(item.timestamp());
        }
        scrolling.scroll(item.timestamp(), item.data(), Place.page(pages.url()));
    }

    private void page(RrwebItem item) {
        if (!pages.shows(item.timestamp(), item.href())) {
            return;
        }
        clicks.answered(item.timestamp());
        typing.finish();
        scrolling.finish();
        forms.leave(item.timestamp(), lastClick > lastInput);
    }

    private void custom(RrwebItem item) {
        switch (item.customTag()) {
            case "$pageview", "$url_changed" -> page(item);
            case "window hidden" -> note(item, MomentKind.HIDDEN);
            case "window visible" -> note(item, MomentKind.VISIBLE);
            case "browser offline" -> note(item, MomentKind.OFFLINE);
            case "browser online" -> note(item, MomentKind.ONLINE);
            default -> {}
        }
    }

    private void note(RrwebItem item, MomentKind kind) {
        moments.add(kind, item.timestamp(), item.timestamp(), new What("", Place.page(pages.url())));
    }

    String url() {
        return pages.url();
    }
}
