package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.JsonColumn;
import dev.sightline.vision.observation.ScannerSnapshot;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** The row of a scanner (spec/vision.md 3). */
@Entity
@Table(name = "scanner")
class ScannerEntity {

    @Id
    UUID id;

    int projectId;
    String name;
    String description;
    String scannerType;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "scanner_config::text", write = JsonColumn.WRITE)
    JsonNode scannerConfig;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "query::text", write = JsonColumn.WRITE)
    JsonNode query;

    double samplingRate;
    String provider;
    String model;
    boolean enabled;
    boolean emitsSignals;
    int scannerVersion;
    Long estimatedMonthlyObservations;
    Instant estimatedAt;
    Instant lastSweptAt;
    String lastSweptSessionId;
    Integer createdBy;
    Instant createdAt;
    Instant updatedAt;

    /** The scanner as an observation that begins now will remember it. */
    ScannerSnapshot snapshot() {
        return new ScannerSnapshot(name, scannerType, scannerVersion, model, provider, emitsSignals, scannerConfig);
    }
}
