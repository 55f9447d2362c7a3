package dev.sightline.vision.scanner;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.vision.analysis.ScannerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many scanners a project has; every type is listed (spec/vision.md 7.9). */
@JsonPropertyOrder({"total", "enabled", "by_type"})
record TeamStats(long total, long enabled, Map<String, OfType> byType) {

    @JsonPropertyOrder({"enabled", "total"})
    record OfType(long enabled, long total) {}

    /** One count of the database. */
    record Row(String type, long enabled, long total) {}

    static TeamStats of(List<Row> rows) {
        Map<String, OfType> byType = new LinkedHashMap<>();
        for (ScannerType type : ScannerType.values()) {
            byType.put(type.label(), new OfType(0, 0));
        }
        rows.forEach(row -> byType.put(row.type(), new OfType(row.enabled(), row.total())));
        return new TeamStats(
                rows.stream().mapToLong(Row::total).sum(),
                rows.stream().mapToLong(Row::enabled).sum(),
                byType);
    }
}
