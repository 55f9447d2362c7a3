package dev.sightline.observability.evaluation.key;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of a provider key, for writing; what is read comes as {@link ProviderKey}. */
@Entity
@Table(name = "provider_key")
class ProviderKeyEntity {

    @Id
    UUID id;

    int projectId;
    String provider;
    String name;
    String baseUrl;
    byte[] secret;
    String masked;
    String state;
    String errorMessage;
    boolean active;
    Instant lastUsedAt;
    Integer createdBy;
    Instant createdAt;
    Instant updatedAt;
}
