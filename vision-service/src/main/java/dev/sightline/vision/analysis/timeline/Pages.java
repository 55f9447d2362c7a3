package dev.sightline.vision.analysis.timeline;

import dev.sightline.vision.analysis.timeline.Moments.What;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pages one window showed, and going to and fro between two of them. */
final class Pages {

    private static final int BACK_AND_FORTH = 4;
    private static final long BACK_AND_FORTH_MS = 300_000;

    private final Moments moments;
    private final Deque<Visit> last = new ArrayDeque<>();
    private String url = "";

    Pages(Moments moments) {
        this.moments = moments;
    }

    private record Visit(long at, String page) {}

    /** Address of the page shown now, empty until one was. */
    String url() {
        return url;
    }

    /** Notes the address of the page; true if it is another page than before. */
    boolean shows(long at, String href) {
        String shown = Urls.cut(href);
        if (shown.isEmpty() || withoutFragment(shown).equals(withoutFragment(url))) {
            return false;
        }
        url = shown;
        moments.add(MomentKind.PAGE, at, at, new What("", Place.page(shown)));
        visit(new Visit(at, withoutFragment(shown)));
        return true;
    }

    private void visit(Visit visit) {
        last.add(visit);
        if (last.size() > BACK_AND_FORTH) {
            last.poll();
        }
        if (toAndFro()) {
            What what = new What("twice between " + ordered(last.peek().page, visit.page), Place.page(url));
            moments.add(MomentKind.BACK_AND_FORTH, last.peek().at, visit.at, what);
            last.clear();
            last.add(visit);
        }
    }

    private boolean toAndFro() {
        Visit[] visits = last.toArray(Visit[]::new);
        return visits.length == BACK_AND_FORTH
                && visits[0].page.equals(visits[2].page)
                && visits[1].page.equals(visits[3].page)
                && visits[3].at - visits[0].at <= BACK_AND_FORTH_MS;
    }

    private static String ordered(String one, String other) {
        String first = Urls.path(one);
        String second = Urls.path(other);
        return first.compareTo(second) < 0 ? first + " and " + second : second + " and " + first;
    }

    private static String withoutFragment(String href) {
        int fragment = href.indexOf('#');
        boolean route = fragment >= 0 && href.startsWith("#/", fragment);
        return fragment < 0 || route ? href : href.substring(0, fragment);
    }
}
