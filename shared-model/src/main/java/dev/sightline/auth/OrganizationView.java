package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.UUID;

/**
 * An organization as a member sees it.
 *
 * @param availableProductFeatures always empty: nothing here is sold by feature
 * @param membershipLevel 1, an ordinary member: the directory knows no other
 */
@JsonPropertyOrder({"id", "name", "is_ai_data_processing_approved", "available_product_features", "membership_level"})
record OrganizationView(
        UUID id,
        String name,
        @JsonProperty("is_ai_data_processing_approved") boolean isAiDataProcessingApproved,
        List<String> availableProductFeatures,
        int membershipLevel) {

    private static final int MEMBER = 1;

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(), organization.name(), organization.aiDataProcessingApproved(), List.of(), MEMBER);
    }
}
