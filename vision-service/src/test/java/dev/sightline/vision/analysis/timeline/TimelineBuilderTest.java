package dev.sightline.vision.analysis.timeline;

import static dev.sightline.vision.analysis.timeline.Story.button;
import static dev.sightline.vision.analysis.timeline.Story.element;
import static dev.sightline.vision.analysis.timeline.Story.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineBuilderTest {

    private static final String FORM = element(
            10,
            "form",
            "'id':'signup'",
            element(11, "label", "'for':'mail'", text(12, "E-mail")),
            element(13, "input", "'id':'mail','type':'email'"),
            element(14, "button", "'type':'submit'", text(15, "Join")));

    private static Story shop() {
        return Story.begin().page(0, "https://shop.test/cart?x=1#top").snapshot(1, button(20, "Pay now"), FORM);
    }

    @Test
    void aClickIsNamedByTheWordsOnWhatItHit() {
        Moment click = only(MomentKind.CLICK, shop().click(500, 21).end());

        assertEquals(new Element("button", "Pay now"), click.where().element());
        assertEquals("/cart", click.where().path());
        assertEquals(500, click.atMs());
    }

    @Test
    void namesFollowMutations() {
        Timeline timeline = shop().mutation(
                        10,
                        "'removes':[{'parentId':1,'id':20}],'texts':[{'id':15,'value':'Join us'}],'attributes':[],"
                                + "'adds':[{'parentId':1,'nextId':null,'node':"
                                + element(30, "a", "'href':'/x'", element(31, "img", "'alt':'Our logo'")) + "}]")
                .click(500, 31)
                .click(900, 14)
                .click(1_300, 20)
                .end();

        List<Element> clicked = timeline.of(MomentKind.CLICK)
                .map(moment -> moment.where().element())
                .toList();
        assertEquals(List.of(new Element("link", "Our logo"), new Element("button", "Join us"), Element.NONE), clicked);
    }

    @Test
    void whatWasTypedIsNeverTold() {
        Timeline timeline = shop().click(400, 13)
                .input(500, 13, "secret")
                .input(700, 13, "secret2")
                .end();

        Moment input = only(MomentKind.INPUT, timeline);
        assertEquals("typed 7 characters", input.text());
        assertEquals(new Element("field", "E-mail"), input.where().element());
        assertFalse(timeline.moments().toString().contains("secret"));
    }

    @Test
    void threeClicksWithinASecondAreRage() {
        Moment rage = only(
                MomentKind.RAGE_CLICK,
                shop().click(1_000, 20)
                        .click(1_500, 21)
                        .click(2_000, 20)
                        .click(2_900, 20)
                        .end());

        assertEquals(new TimeRange(1_000, 2_900), rage.time());
        assertEquals("4 clicks", rage.text());
    }

    @Test
    void slowerOrScatteredClicksAreNoRage() {
        assertNone(
                MomentKind.RAGE_CLICK,
                shop().click(1_000, 20).click(1_600, 20).click(2_001, 20).end());
        assertNone(
                MomentKind.RAGE_CLICK,
                shop().click(1_000, 20).click(1_200, 14).click(1_400, 20).end());
    }

    @Test
    void aClickNothingAnswersIsDead() {
        Timeline timeline = shop().click(1_000, 20)
                .mutation(3_501, "'texts':[{'id':15,'value':'x'}]")
                .click(20_000, 20)
                .move(30_000)
                .end();

        assertEquals(
                List.of(1_000L, 20_000L),
                timeline.of(MomentKind.DEAD_CLICK).map(Moment::atMs).toList());
    }

    @Test
    void whatAnswersAClick() {
        assertAnswered(shop().click(1_000, 20).mutation(3_500, "'texts':[{'id':15,'value':'x'}]"));
        assertAnswered(shop().click(1_000, 20).page(2_000, "https://shop.test/pay"));
        assertAnswered(
                shop().click(1_000, 20).request(2_000, "'name':'https://shop.test/api','initiatorType':'fetch'"));
        assertAnswered(shop().click(1_000, 20).incremental(1_050, "'source':3,'id':1,'y':400"));
        assertAnswered(
                shop().click(1_000, 20).also(story -> story.inWindow("w2").page(1_500, "https://shop.test/new")));
    }

    @Test
    void theRecordersOwnTrafficIsNoAnswer() {
        Timeline timeline = shop().click(1_000, 20)
                .request(2_000, "'name':'https://eu.i.posthog.com/i/v0/e/?ip=0','initiatorType':'fetch'")
                .move(9_000)
                .end();

        assertTrue(timeline.has(MomentKind.DEAD_CLICK));
    }

    @Test
    void aClickOnAFieldOrThePageOrAtTheEndIsNotDead() {
        assertNone(
                MomentKind.DEAD_CLICK,
                shop().click(1_000, 13).click(1_500, 1).move(30_000).end());
        assertNone(MomentKind.DEAD_CLICK, shop().click(1_000, 20).move(3_500).end());
    }

    @Test
    void anErrorWithinTwoSecondsFollowsTheClick() {
        Timeline timeline = shop().click(1_000, 20)
                .error(3_000, "Uncaught TypeError: x is not a function")
                .error(9_000, "later")
                .end();

        Moment follows = only(MomentKind.ERROR_AFTER_CLICK, timeline);
        assertEquals("TypeError: x is not a function", follows.text());
        assertEquals(new Element("button", "Pay now"), follows.where().element());
        assertEquals(2, timeline.of(MomentKind.JS_ERROR).count());
    }

    @Test
    void anErrorToldTwiceIsOne() {
        Timeline timeline = shop().error(3_000, "Uncaught TypeError: x is not a function")
                .event(3_010, "$exception", "'$exception_list':[{'type':'TypeError','value':'x is not a function'}]")
                .end();

        assertEquals(
                "TypeError: x is not a function",
                only(MomentKind.JS_ERROR, timeline).text());
    }

    @Test
    void aFailedRequestIsToldWithoutItsIdentifiers() {
        Timeline timeline = shop().click(1_000, 20)
                .request(1_100, "'name':'https://shop.test/api/orders/4711/pay?t=1','method':'post','status':502")
                .event(1_300, "payment failed", "'status':502")
                .end();

        String told = "POST /api/orders/:id/pay answered 502";
        assertEquals(told, only(MomentKind.FAILED_REQUEST, timeline).text());
        assertEquals(told, only(MomentKind.FAILED_REQUEST_AFTER_CLICK, timeline).text());
    }

    @Test
    void anEventTellsOfAFailureThatWasNotRecorded() {
        Timeline timeline =
                shop().event(1_300, "payment failed", "'status_code':502").end();

        assertEquals(
                "payment failed answered 502",
                only(MomentKind.FAILED_REQUEST, timeline).text());
    }

    @Test
    void aFormTypedIntoAndLeftIsAbandoned() {
        Timeline timeline = shop().input(1_000, 13, "***")
                .click(6_000, 20)
                .page(7_000, "https://shop.test/")
                .end();

        Moment abandoned = only(MomentKind.FORM_ABANDONED, timeline);
        assertEquals("filled in E-mail", abandoned.text());
        assertEquals(new Element("form", "signup"), abandoned.where().element());
    }

    @Test
    void aFormSentIsNotAbandoned() {
        assertNone(
                MomentKind.FORM_ABANDONED,
                shop().input(1_000, 13, "***").click(2_000, 15).end());
        assertNone(
                MomentKind.FORM_ABANDONED,
                shop().input(1_000, 13, "***")
                        .page(2_500, "https://shop.test/x")
                        .end());
        assertNone(
                MomentKind.FORM_ABANDONED,
                shop().input(1_000, 13, "***")
                        .event(5_000, "$autocapture", "'$event_type':'submit','$current_url':'https://shop.test/cart'")
                        .end());
    }

    @Test
    void aSearchBoxIsNoForm() {
        Timeline timeline = Story.begin()
                .page(0, "https://shop.test/")
                .snapshot(1, element(10, "form", "'role':'search'", element(11, "input", "'type':'search'")))
                .input(1_000, 11, "***")
                .click(5_000, 1)
                .page(9_000, "https://shop.test/b")
                .end();

        assertNone(MomentKind.FORM_ABANDONED, timeline);
    }

    @Test
    void toAndFroTwiceIsBackAndForth() {
        Timeline timeline = Story.begin()
                .page(0, "https://shop.test/a")
                .page(1_000, "https://shop.test/b")
                .page(2_000, "https://shop.test/a")
                .page(3_000, "https://shop.test/b")
                .end();

        assertEquals(
                "twice between /a and /b",
                only(MomentKind.BACK_AND_FORTH, timeline).text());
        assertEquals(4, timeline.of(MomentKind.PAGE).count());
    }

    @Test
    void twentySecondsWithoutActivityAreIdle() {
        Timeline timeline = shop().move(1_000).move(20_000).move(40_000).end();

        assertEquals(
                new TimeRange(20_000, 40_000), only(MomentKind.IDLE, timeline).time());
    }

    @Test
    void completionsAreToldByEventsAndPages() {
        Timeline timeline = shop().event(1_000, "order completed", "")
                .event(2_000, "orderCompleted", "")
                .event(3_000, "checkout not completed", "")
                .event(4_000, "Purchase failed", "")
                .page(50_000, "https://shop.test/thank-you")
                .end();

        assertEquals(
                List.of("order completed", "orderCompleted", "reached /thank-you"),
                timeline.of(MomentKind.COMPLETED).map(Moment::text).toList());
    }

    @Test
    void slowCallsAndAConnectionLostAreTold() {
        Timeline timeline = shop().request(
                        1_000, "'name':'/api/orders','initiatorType':'fetch','duration':6100,'responseStatus':200")
                .request(9_000, "'name':'/big.png','initiatorType':'img','duration':6100,'responseStatus':200")
                .custom(20_000, "browser offline")
                .end();

        assertEquals(
                "/api/orders answered 200 after 6 s",
                only(MomentKind.SLOW_REQUEST, timeline).text());
        assertTrue(timeline.has(MomentKind.OFFLINE));
    }

    private static void assertAnswered(Story story) {
        assertNone(MomentKind.DEAD_CLICK, story.move(30_000).end());
    }

    private static void assertNone(MomentKind kind, Timeline timeline) {
        assertEquals(List.of(), timeline.of(kind).toList());
    }

    private static Moment only(MomentKind kind, Timeline timeline) {
        List<Moment> moments = timeline.of(kind).toList();
        assertEquals(1, moments.size(), () -> moments + " of " + timeline.moments());
        return moments.get(0);
    }
}
