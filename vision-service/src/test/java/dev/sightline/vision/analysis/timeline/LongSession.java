package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import dev.sightline.vision.recording.Block;
import dev.sightline.vision.recording.Items;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A synthetic session as long and busy as one may be: an hour, 50,000 items, a page of 4,000 nodes. */
final class LongSession {

    static final int ITEMS = 50_000;
    static final long START = 1_795_000_000_000L;
    static final long LENGTH = 3_600_000;

    private static final int BLOCK = 2_500;
    private static final int ROWS = 1_000;

    private final Random random = new Random(7);

    List<byte[]> blocks() {
        List<byte[]> blocks = new ArrayList<>();
        for (int from = 0; from < ITEMS; from += BLOCK) {
            blocks.add(Block.of(List.of(batch(from)), true).orElseThrow().bytes());
        }
        return blocks;
    }

    private SnapshotsReceived batch(int from) {
        ArrayNode items = Json.mapper().createArrayNode();
        for (int i = from; i < from + BLOCK; i++) {
            items.add(item(i, START + LENGTH * i / ITEMS));
        }
        return new SnapshotsReceived(1, new UUID(0, from), "s", "w", "ada", "web", "web", Instant.EPOCH, items);
    }

    private JsonNode item(int i, long at) {
        if (i % 10_000 < 2) {
            return i % 10_000 == 0 ? meta(i, at) : snapshot(at);
        }
        int kind = random.nextInt(100);
        return kind < 55
                ? moves(at)
                : kind < 75
                        ? mutation(at, i)
                        : kind < 85
                                ? incremental(at, 3, "'id':1,'x':0,'y':" + random.nextInt(4_000))
                                : kind < 95 ? interaction(at, kind - 85) : kind < 98 ? input(at) : plugin(at, kind);
    }

    private static JsonNode meta(int i, long at) {
        return Items.item("{'type':4,'timestamp':" + at + ",'data':{'href':'https://shop.test/list/" + i
                + "','width':1200,'height':800}}");
    }

    private static ObjectNode snapshot(long at) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            int id = 10 + 4 * row;
            rows.append(row == 0 ? "" : ",").append(row(id));
        }
        String node = "{'node':{'type':0,'id':1,'childNodes':[{'type':2,'tagName':'html','attributes':{},'id':2,"
                + "'childNodes':[{'type':2,'tagName':'body','attributes':{},'id':3,'childNodes':[" + rows
                + "]}]}]},'initialOffset':{'left':0,'top':0}}";
        ObjectNode item = (ObjectNode) Items.item("{'type':2,'timestamp':" + at + ",'cv':'2024-10'}");
        return item.put("data", Items.compressed(node));
    }

    private static String row(int id) {
        return "{'type':2,'tagName':'div','attributes':{'class':'row row-" + id + "','data-testid':'r'},'id':" + id
                + ",'childNodes':[{'type':2,'tagName':'button','attributes':{'class':'btn','type':'button'},'id':"
                + (id + 1) + ",'childNodes':[{'type':3,'textContent':'Buy item " + id + "','id':" + (id + 2)
                + "}]},{'type':2,'tagName':'input','attributes':{'name':'n" + id + "','type':'text'},'id':" + (id + 3)
                + ",'childNodes':[]}]}";
    }

    private JsonNode moves(long at) {
        StringBuilder positions = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            positions
                    .append(i == 0 ? "" : ",")
                    .append("{'x':" + random.nextInt(1200) + ",'y':" + random.nextInt(800) + ",'id':" + someNode()
                            + ",'timeOffset':-" + (500 - i * 50) + "}");
        }
        return incremental(at, 1, "'positions':[" + positions + "]");
    }

    private JsonNode mutation(long at, int i) {
        int id = 1_000_000 + i * 4;
        String adds = "[{'parentId':3,'nextId':null,'node':" + row(id) + "}]";
        String removes = "[{'parentId':3,'id':" + someNode() + "}]";
        String attributes = "[{'id':" + someNode() + ",'attributes':{'class':'hot','style':{'width':'10px'}}}]";
        ObjectNode item = (ObjectNode) incremental(at, 0, "'texts':[]");
        ObjectNode data = (ObjectNode) item.path("data");
        if (i % 2 == 0) {
            item.put("cv", "2024-10");
            data.put("adds", Items.compressed(adds));
            data.put("removes", Items.compressed(removes));
            data.put("attributes", Items.compressed(attributes));
        } else {
            data.set("adds", Items.item(adds));
            data.set("removes", Items.item(removes));
            data.set("attributes", Items.item(attributes));
        }
        return item;
    }

    private JsonNode interaction(long at, int type) {
        return incremental(at, 2, "'type':" + type + ",'id':" + someNode() + ",'x':10,'y':20");
    }

    private JsonNode input(long at) {
        return incremental(at, 5, "'id':" + (13 + 4 * random.nextInt(ROWS)) + ",'text':'********','isChecked':false");
    }

    private JsonNode plugin(long at, int kind) {
        String payload = kind == 98
                ? "'plugin':'rrweb/console@1','payload':{'level':'error','trace':[],'payload':['boom " + at + "']}"
                : "'plugin':'rrweb/network@1','payload':{'requests':[{'name':'https://shop.test/api/x','entryType':"
                        + "'resource','initiatorType':'fetch','duration':20,'timestamp':" + at
                        + ",'responseStatus':200}]}";
        return Items.item("{'type':6,'timestamp':" + at + ",'data':{" + payload + "}}");
    }

    private static JsonNode incremental(long at, int source, String rest) {
        return Items.item("{'type':3,'timestamp':" + at + ",'data':{'source':" + source + "," + rest + "}}");
    }

    private int someNode() {
        return 10 + random.nextInt(4 * ROWS);
    }
}
