package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.json.JsonColumn;
import dev.sightline.json.Wire;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** The row of an evaluation, for writing; what is read comes as {@link Evaluation}. */
@Entity
@Table(name = "evaluation")
class EvaluationEntity {

    @Id
    UUID id;

    int projectId;
    String name;
    String description;
    boolean enabled;
    String status;
    String statusReason;
    String statusDetail;
    String evaluationType;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "evaluation_config::text", write = JsonColumn.WRITE)
    JsonNode evaluationConfig;

    String bytecode;
    String outputType;
    boolean allowsNa;

    @Convert(converter = JsonColumn.class)
    @ColumnTransformer(read = "conditions::text", write = JsonColumn.WRITE)
    JsonNode conditions;

    String modelProvider;
    String modelName;
    UUID providerKeyId;
    int version;
    Integer createdBy;
    Instant createdAt;
    Instant updatedAt;
    boolean deleted;

    void judgeBy(Criteria criteria) {
        evaluationType = Wire.name(criteria.type());
        evaluationConfig = criteria.config();
        bytecode = criteria instanceof Criteria.Coded coded ? coded.bytecode() : null;
        outputType = Wire.name(OutputType.BOOLEAN);
        allowsNa = criteria.allowsNa();
    }

    /** Null takes the choice away. */
    void use(ModelBody model) {
        modelProvider = model == null ? null : model.judge().wire();
        modelName = model == null ? null : model.model();
        providerKeyId = model == null ? null : model.providerKeyId();
    }

    void when(List<ConditionSet> sets) {
        conditions = Json.tree(sets == null ? List.of() : sets);
    }

    void stand(Standing standing) {
        enabled = standing.isEnabled();
        status = Wire.name(standing.status());
        statusReason = standing.reason() == null ? null : Wire.name(standing.reason());
        statusDetail = standing.detail();
    }

    Standing standing() {
        return Standings.read(status, statusReason, statusDetail);
    }

    void savedAt(Instant now) {
        updatedAt = now;
        version++;
    }
}
