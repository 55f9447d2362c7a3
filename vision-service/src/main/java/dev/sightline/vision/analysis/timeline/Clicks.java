package dev.sightline.vision.analysis.timeline;

import dev.sightline.vision.analysis.timeline.Moments.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The clicks of one window: told one by one, in bursts (rage) and where nothing answered them (dead). */
final class Clicks {

    static final long DEAD_MS = 2_500;
    private static final int RAGE_CLICKS = 3;
    private static final long RAGE_MS = 1_000;
    /** A request is reported when it ends, which may be long after it began. */
    private static final long VERDICT_MS = 60_000;

    private static final int MAX_WAITING = 256;
    /** Dead clicks on one element this close together are told as one moment. */
    private static final long TOGETHER_MS = 10_000;

    private final Moments moments;
    private final Deque<Click> waiting = new ArrayDeque<>();
    private final List<Click> dead = new ArrayList<>();
    private final Deque<Click> burst = new ArrayDeque<>();
    private boolean raging;
    private int burstSize;
    private Click burstStart;

    Clicks(Moments moments) {
        this.moments = moments;
    }

    /** @param node id of the element that was meant */
    record Click(long at, int node, Place where) {}

    void click(Click click) {
        moments.add(MomentKind.CLICK, click.at, click.at, new What("", click.where));
        burst(click);
        if (!click.where.element().role().equals("page")
                && !ElementNames.field(click.where.element().role())) {
            waiting.add(click);
        }
        while (waiting.size() > MAX_WAITING || !waiting.isEmpty() && click.at - waiting.peek().at > VERDICT_MS) {
            condemn(waiting.poll());
        }
    }

    private void burst(Click click) {
        if (burst.isEmpty() || burst.peekLast().node != click.node || click.at - burst.peekLast().at > RAGE_MS) {
            endBurst();
            burstStart = click;
        }
        burst.add(click);
        burstSize++;
        if (burst.size() > RAGE_CLICKS) {
            burst.poll();
        }
        raging = raging || burst.size() == RAGE_CLICKS && click.at - burst.peek().at <= RAGE_MS;
    }

    private void endBurst() {
        if (raging) {
            What what = new What(burstSize + " clicks", burstStart.where);
            moments.add(MomentKind.RAGE_CLICK, burstStart.at, burst.peekLast().at, what);
        }
        burst.clear();
        burstSize = 0;
        raging = false;
    }

    /** The page answered at a time: no click within the 2.5 seconds before was dead. */
    void answered(long at) {
        Iterator<Click> clicks = waiting.iterator();
        while (clicks.hasNext()) {
            long since = at - clicks.next().at;
            if (since >= 0 && since <= DEAD_MS) {
                clicks.remove();
            }
        }
    }

    /** A click whose outcome was no longer recorded is not dead. */
    void finish(long end) {
        endBurst();
        waiting.stream().filter(click -> end - click.at > DEAD_MS).forEach(this::condemn);
        waiting.clear();
        dead.sort(Comparator.comparingLong(Click::at));
        tellDead();
    }

    private void condemn(Click click) {
        if (dead.size() < Moments.MAX_CLICKS) {
            dead.add(click);
        }
    }

    private void tellDead() {
        int from = 0;
        for (int i = 1; i <= dead.size(); i++) {
            if (i == dead.size() || !together(dead.get(i - 1), dead.get(i))) {
                tellDead(dead.subList(from, i));
                from = i;
            }
        }
    }

    private static boolean together(Click earlier, Click later) {
        return earlier.node == later.node && later.at - earlier.at <= TOGETHER_MS;
    }

    private void tellDead(List<Click> clicks) {
        Click first = clicks.get(0);
        String text = clicks.size() == 1 ? "" : clicks.size() + " clicks";
        moments.add(MomentKind.DEAD_CLICK, first.at, clicks.get(clicks.size() - 1).at, new What(text, first.where));
    }
}
