package dev.sightline.signals.scout.agent;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.run.Finding;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Holds a finding that a model wrote to the rules of an emit. */
final class FindingRules {

    private FindingRules() {}

    static Finding check(Finding finding, Validator validator) {
        required(finding);
        validator.validate(finding).stream().findFirst().ifPresent(violation -> {
            throw ApiException.invalid(violation.getPropertyPath().toString(), violation.getMessage());
        });
        for (Finding.Evidence evidence : finding.evidence()) {
            requireTexts(evidence);
        }
        return finding;
    }

    private static void required(Finding finding) {
        Stream.of(
                        Map.entry("description", present(finding.description())),
                        Map.entry("weight", finding.weight() != null),
                        Map.entry("confidence", finding.confidence() != null),
                        Map.entry("evidence", finding.evidence() != null))
                .filter(member -> !member.getValue())
                .findFirst()
                .ifPresent(member -> {
                    throw ApiException.required(member.getKey());
                });
    }

    private static void requireTexts(Finding.Evidence evidence) {
        if (evidence == null || !present(evidence.sourceProduct()) || !present(evidence.summary())) {
            throw ApiException.invalid("evidence", "Each entry needs source_product and summary.");
        }
    }

    private static boolean present(String text) {
        return !Objects.requireNonNullElse(text, "").isBlank();
    }
}
