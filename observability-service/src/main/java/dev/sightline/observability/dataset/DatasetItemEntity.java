package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.JsonColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** The row of a dataset's item. */
@Entity
@Table(name = "dataset_item")
class DatasetItemEntity {

    @Id
    UUID id;

    int projectId;
    UUID datasetId;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "input::text", write = JsonColumn.WRITE)
    JsonNode input;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "output::text", write = JsonColumn.WRITE)
    JsonNode output;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "metadata::text", write = JsonColumn.WRITE)
    JsonNode metadata;

    String refTraceId;
    Instant refTimestamp;
    String refSourceId;
    Boolean deleted;
    Integer createdBy;
    Instant createdAt;
    Instant updatedAt;
}
