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

/** The row of a dataset. */
@Entity
@Table(name = "dataset")
class DatasetEntity {

    @Id
    UUID id;

    int projectId;
    String name;
    String description;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "metadata::text", write = JsonColumn.WRITE)
    JsonNode metadata;

    Boolean deleted;
    Integer createdBy;
    Instant createdAt;
    Instant updatedAt;
}
