package dev.sightline.vision.analysis.timeline;

import static dev.sightline.vision.analysis.timeline.Story.button;
import static dev.sightline.vision.analysis.timeline.Story.element;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.vision.recording.Items;
import dev.sightline.vision.recording.RrwebItem;
import dev.sightline.vision.recording.TimeSpan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser would send costs neither an exception nor time nor memory. */
class HostileSessionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'timestamp':5}",
                "{'type':2,'timestamp':5}",
                "{'type':2,'timestamp':5,'data':'page'}",
                "{'type':2,'timestamp':5,'data':{'node':[1,2]}}",
                "{'type':2,'timestamp':5,'data':{'node':{'id':'x','tagName':{},'attributes':7,'childNodes':{'a':[{}]}}}}",
                "{'type':3,'timestamp':5,'data':{'source':0,'adds':7,'removes':{},'texts':null,'attributes':'x'}}",
                "{'type':3,'timestamp':5,'data':{'source':0,'adds':[null,{'node':9},{'parentId':{},'node':{}}],'removes':[{}]}}",
                "{'type':3,'timestamp':5,'data':{'source':0,'attributes':[{'id':1,'attributes':{'role':{'deep':[1]}}}]}}",
                "{'type':3,'timestamp':5,'data':{'source':2,'type':2,'id':1e30}}",
                "{'type':3,'timestamp':5,'data':{'source':2,'type':2}}",
                "{'type':3,'timestamp':5,'data':{'source':5,'id':[],'text':{}}}",
                "{'type':4,'timestamp':5,'data':{'href':{}}}",
                "{'type':5,'timestamp':5,'data':{'tag':[],'payload':0}}",
                "{'type':6,'timestamp':5,'data':{'plugin':'rrweb/network@1','payload':{'requests':[7,{'name':{},'timestamp':'x'}]}}}",
                "{'type':6,'timestamp':5,'data':{'plugin':'rrweb/console@1','payload':{'level':1,'payload':{'a':1}}}}",
                "{'type':42,'timestamp':5,'data':{}}"
            })
    void impossibleItemsAreLivedWith(String json) {
        Timeline timeline = Story.begin()
                .page(0, "https://shop.test/")
                .snapshot(1, button(20, "Pay"))
                .item(json)
                .snapshot(9, button(20, "Pay"))
                .click(500, 20)
                .end();

        assertEquals(
                "button \"Pay\"",
                timeline.of(MomentKind.CLICK)
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .where()
                        .element()
                        .describe());
    }

    @Test
    void aPartThatCannotBeInflatedIsCounted() {
        ObjectNode broken = (ObjectNode) Items.item("{'type':2,'timestamp':1795000000005,'cv':'2024-10'}");
        TimelineBuilder builder = new TimelineBuilder(new TimeSpan(1_795_000_000_000L, 1_795_000_060_000L));

        builder.item(
                "w", RrwebItem.of(broken.put("data", "\u001f\u008bgarbage")).orElseThrow());

        assertEquals(1, builder.build().coverage().unread());
    }

    @Test
    void aPageThatContainsItself() {
        String cycle =
                "'adds':[{'parentId':7,'node':" + element(5, "div", "", element(7, "div", "")) + "},{'parentId':7,"
                        + "'node':" + element(5, "div", "") + "},{'parentId':5,'node':" + element(7, "div", "") + "}]";

        Timeline timeline = assertTimeout(SOON, () -> Story.begin()
                .snapshot(1, element(7, "div", ""))
                .mutation(2, cycle)
                .mutation(3, cycle)
                .click(500, 7)
                .mutation(600, "'removes':[{'id':7},{'id':5}]")
                .end());

        assertTrue(timeline.has(MomentKind.CLICK));
    }

    @Test
    void aPageFarTooLargeOrTooDeep() {
        StringBuilder wide = new StringBuilder();
        for (int id = 100; id < NodeBudget.NODES + 1_000; id++) {
            wide.append(element(id, "div", "")).append(',');
        }
        String deep = "{'id':9,'tagName':'div','childNodes':[".repeat(1_900) + "]}".repeat(1_900);

        Timeline timeline = assertTimeout(SOON, () -> Story.begin()
                .snapshot(1, wide + button(20, "Lost"))
                .click(500, 20)
                .snapshot(1_000, button(20, "Found"))
                .click(1_500, 20)
                .compressedSnapshot(2_000, deep)
                .click(2_500, 9)
                .end());

        assertEquals(3, timeline.of(MomentKind.CLICK).count());
        assertTrue(timeline.of(MomentKind.CLICK)
                .anyMatch(click -> click.where().element().name().equals("Found")));
    }

    @Test
    void rowsComingAndGoingForever() {
        assertTimeout(SOON, () -> {
            Story story = Story.begin().snapshot(1, element(2, "table", ""));
            for (int i = 0; i < 40_000; i++) {
                story.mutation(
                        i / 2,
                        "'adds':[{'parentId':2,'node':" + element(10 + i, "tr", "") + "}],'removes':[{'id':"
                                + (i - 5_000) + "}]");
            }
            story.end();
        });
    }

    @Test
    void aHundredThousandClicksAreBoundedAndSaidToBe() {
        Timeline timeline = assertTimeout(SOON, () -> {
            Story story = Story.begin().snapshot(1, button(20, "Pay"));
            for (int i = 0; i < 100_000; i++) {
                story.click(i / 2, 20);
            }
            return story.end();
        });

        assertTrue(timeline.coverage().truncated());
        assertEquals(Moments.MAX_CLICKS, timeline.of(MomentKind.CLICK).count());
        assertEquals(
                "100000 clicks",
                timeline.of(MomentKind.RAGE_CLICK).findFirst().orElseThrow().text());
    }

    @Test
    void clocksThatRunBackwards() {
        Timeline timeline = Story.begin()
                .page(5_000, "https://shop.test/")
                .snapshot(4_000, button(20, "Pay"))
                .click(9_000, 20)
                .click(-90_000, 20)
                .click(2_000, 20)
                .error(-5_000, "early")
                .event(-1_000_000_000L, "order completed", "")
                .move(100)
                .end();

        assertTrue(timeline.moments().stream().allMatch(moment -> moment.atMs() >= 0));
        assertEquals(3, timeline.of(MomentKind.CLICK).count());
    }

    @Test
    void aThousandWindows() {
        Story story = Story.begin();
        for (int i = 0; i < 1_000; i++) {
            story.inWindow("w" + i).page(i, "https://shop.test/" + i);
        }

        Timeline timeline = story.end();

        assertTrue(timeline.coverage().truncated());
    }
}
