package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;

/** Datasets and items from their rows, and the columns that takes. */
final class DatasetRows {

    static final String DATASET =
            "id, project_id, name, description, metadata::text as metadata, deleted, created_by, created_at, updated_at";

    static final String ITEM = "id, project_id, dataset_id, input::text as input, output::text as output, "
            + "metadata::text as metadata, ref_trace_id, ref_timestamp, ref_source_id, deleted, created_by, created_at, "
            + "updated_at";

    private DatasetRows() {}

    static DatasetEntity dataset(Row row) {
        DatasetEntity dataset = new DatasetEntity();
        dataset.id = row.getUUID("id");
        dataset.projectId = row.getInteger("project_id");
        dataset.name = row.getString("name");
        dataset.description = row.getString("description");
        dataset.metadata = json(row, "metadata");
        dataset.deleted = row.getBoolean("deleted");
        dataset.createdBy = row.getInteger("created_by");
        dataset.createdAt = Rows.instant(row, "created_at");
        dataset.updatedAt = Rows.instant(row, "updated_at");
        return dataset;
    }

    static DatasetItemEntity item(Row row) {
        DatasetItemEntity item = new DatasetItemEntity();
        item.id = row.getUUID("id");
        item.projectId = row.getInteger("project_id");
        item.datasetId = row.getUUID("dataset_id");
        item.input = json(row, "input");
        item.output = json(row, "output");
        item.metadata = json(row, "metadata");
        item.refTraceId = row.getString("ref_trace_id");
        item.refTimestamp = Rows.instant(row, "ref_timestamp");
        item.refSourceId = row.getString("ref_source_id");
        item.deleted = row.getBoolean("deleted");
        item.createdBy = row.getInteger("created_by");
        item.createdAt = Rows.instant(row, "created_at");
        item.updatedAt = Rows.instant(row, "updated_at");
        return item;
    }

    /** A {@code jsonb} column that was selected as text. */
    private static JsonNode json(Row row, String column) {
        String text = row.getString(column);
        return text == null ? null : Json.read(text, JsonNode.class);
    }
}
