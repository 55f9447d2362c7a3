package dev.sightline.signals.sourceconfig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.JsonColumn;
import dev.sightline.signals.signal.SignalSource;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A row of {@code source_config}. */
@Entity
@Table(name = "source_config")
class SourceConfig {

    @Id
    UUID id;

    int projectId;
    String sourceProduct;
    String sourceType;
    boolean enabled;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "config::text", write = JsonColumn.WRITE)
    JsonNode config;

    Instant createdAt;
    Instant updatedAt;
    Integer createdBy;

    /** How the import of this source stands, null for a source that is not imported. */
    String status;

    SignalSource source() {
        return new SignalSource(sourceProduct, sourceType);
    }

    /** Refuses to give a stored member another value. */
    void keep(String attr, String stored, String sent) {
        if (!stored.equals(sent)) {
            throw ApiException.invalid(attr, "This field cannot be changed.");
        }
    }
}
