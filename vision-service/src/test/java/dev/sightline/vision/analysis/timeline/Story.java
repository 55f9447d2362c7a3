package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.vision.recording.Items;
import dev.sightline.vision.recording.RrwebItem;
import dev.sightline.vision.recording.TimeSpan;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells a session item by item; times are milliseconds since it began. */
public final class Story {

    private static final long START = 1_795_000_000_000L;

    private final TimelineBuilder builder;
    private final String window;

    private Story(TimelineBuilder builder, String window) {
        this.builder = builder;
        this.window = window;
    }

    /** A session of one minute. */
    public static Story begin() {
        return new Story(new TimelineBuilder(new TimeSpan(START, START + 60_000)), "w1");
    }

    public Story inWindow(String other) {
        return new Story(builder, other);
    }

    public Story page(long at, String href) {
        return item("{'type':4,'timestamp':" + time(at) + ",'data':{'href':'" + href + "'}}");
    }

    /** A page whose body holds some nodes; body is node 1. */
    public Story snapshot(long at, String... nodes) {
        return item("{'type':2,'timestamp':" + time(at) + ",'data':{'node':{'type':2,'tagName':'body','id':1,"
                + "'attributes':{},'childNodes':[" + String.join(",", nodes) + "]}}}");
    }

    /** The same, compressed as posthog-js does. */
    public Story compressedSnapshot(long at, String node) {
        ObjectNode item = (ObjectNode) Items.item("{'type':2,'cv':'2024-10','timestamp':" + time(at) + "}");
        item.put("data", Items.compressed("{'node':" + node + "}"));
        builder.item(window, RrwebItem.of(item).orElseThrow());
        return this;
    }

    public static String element(int id, String tag, String attributes, String... children) {
        return "{'type':2,'tagName':'" + tag + "','attributes':{" + attributes + "},'childNodes':["
                + String.join(",", children) + "],'id':" + id + "}";
    }

    public static String text(int id, String words) {
        return "{'type':3,'textContent':'" + words + "','id':" + id + "}";
    }

    public static String button(int id, String words) {
        return element(id, "button", "", text(id + 1, words));
    }

    public Story click(long at, int node) {
        return incremental(at, "'source':2,'type':2,'id':" + node);
    }

    public Story input(long at, int node, String text) {
        return incremental(at, "'source':5,'isChecked':false,'id':" + node + ",'text':'" + text + "'");
    }

    public Story mutation(long at, String parts) {
        return incremental(at, "'source':0," + parts);
    }

    public Story move(long at) {
        return incremental(at, "'source':1,'positions':[]");
    }

    public Story incremental(long at, String data) {
        return item("{'type':3,'timestamp':" + time(at) + ",'data':{" + data + "}}");
    }

    public Story error(long at, String text) {
        return item("{'type':6,'timestamp':" + time(at)
                + ",'data':{'plugin':'rrweb/console@1','payload':{'level':'error','payload':['" + text + "']}}}");
    }

    public Story request(long at, String request) {
        return item("{'type':6,'timestamp':" + time(at)
                + ",'data':{'plugin':'rrweb/network@1','payload':{'requests':[{'timestamp':" + time(at) + "," + request
                + "}]}}}");
    }

    public Story custom(long at, String tag) {
        return item("{'type':5,'timestamp':" + time(at) + ",'data':{'tag':'" + tag + "','payload':{}}}");
    }

    public Story event(long at, String name, String properties) {
        builder.event(new EventCaptured(
                1, UUID.randomUUID(), name, "ada", Instant.ofEpochMilli(time(at)), Instant.EPOCH, (ObjectNode)
                        Items.item("{" + properties + "}")));
        return this;
    }

    public Story item(String json) {
        builder.item(window, Items.rrweb(json));
        return this;
    }

    public Story also(Consumer<Story> more) {
        more.accept(this);
        return this;
    }

    public Timeline end() {
        return builder.build();
    }

    private static long time(long at) {
        return START + at;
    }
}
