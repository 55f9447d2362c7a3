package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import java.util.List;
import java.util.Optional;

/**
 * A section of the inventory that other systems hand in (spec/scouts.md 12.2, 15.4).
 *
 * <p>The members of an entry are written {@code name:type}, with a question mark for those that may be null.
 */
enum Section {
    PRODUCT_INTENTS(List.of(), Integer.MAX_VALUE, "product_type:str activated_at:time? created_at:time?"),
    EXTERNAL_DATA_SOURCES(List.of(), Integer.MAX_VALUE, "source_type:str status:str prefix:str created_at:time?"),
    RECENT_DASHBOARDS(List.of(), 20, "id:int name:str last_accessed_at:time? last_refresh:time? created_at:time?"),
    RECENT_SURVEYS(List.of("total_count", "active_count"), 5, "id:str name:str type:str status:str updated_at:time?"),
    RECENT_FEATURE_FLAGS(
            List.of("total_count", "active_count"), 5, "id:int key:str name:str active:bool updated_at:time?"),
    RECENT_EXPERIMENTS(
            List.of("total_count", "running_count"),
            5,
            "id:int name:str status:str feature_flag_key:str? updated_at:time?"),
    RECENT_ALERTS(
            List.of("total_count", "enabled_count"),
            5,
            "id:str name:str enabled:bool state:str calculation_interval:str? insight_id:int? created_at:time?"),
    RECENT_HOG_FUNCTIONS(
            List.of("total_count", "enabled_count"),
            5,
            "id:str name:str type:str? kind:str? enabled:bool updated_at:time?"),
    RECENT_HOG_FLOWS(List.of("total_count", "active_count"), 5, "id:str name:str status:str updated_at:time?"),
    RECENT_NOTEBOOKS(List.of("total_count"), 5, "short_id:str title:str last_modified_at:time?"),
    RECENT_COHORTS(List.of("total_count"), 5, "id:int name:str is_static:bool count:int? created_at:time?"),
    RECENT_ACTIONS(List.of("total_count"), 5, "id:int name:str updated_at:time?");

    private final List<String> counts;
    private final int cap;
    private final List<EntryMember> members;

    Section(List<String> counts, int cap, String members) {
        this.counts = counts;
        this.cap = cap;
        this.members = EntryMember.parse(members);
    }

    static Optional<Section> named(String name) {
        return Wire.find(Section.class, name);
    }

    String wireName() {
        return Wire.name(this);
    }

    /** How many things there are, beside the latest of them; empty for a section that is a list. */
    List<String> counts() {
        return counts;
    }

    /** Entries that are kept. */
    int cap() {
        return cap;
    }

    List<EntryMember> members() {
        return members;
    }

    /** The section when nobody has told anything. */
    JsonNode empty() {
        if (counts.isEmpty()) {
            return Json.mapper().createArrayNode();
        }
        ObjectNode empty = Json.mapper().createObjectNode();
        counts.forEach(count -> empty.put(count, 0));
        empty.putArray("recent");
        return empty;
    }
}
