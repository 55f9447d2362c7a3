package dev.sightline.api.body;

import dev.sightline.api.ApiException;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Checks what Bean Validation's constraints on a component say, and complains in the words of {@link Complaint}. */
final class Constraints {

    private final Validator validator;

    Constraints(Validator validator) {
        this.validator = validator;
    }

    /** What is to be checked of a component, or of what it contains. */
    Check of(Class<?> type, Field field) {
        return constrained(field) ? (value, spot) -> check(type, field.getName(), value, spot) : (value, spot) -> {};
    }

    private static boolean constrained(Field field) {
        return any(field)
                || (field.getAnnotatedType() instanceof AnnotatedParameterizedType type
                        && Arrays.stream(type.getAnnotatedActualTypeArguments()).anyMatch(Constraints::any));
    }

    private static boolean any(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(Constraint.class));
    }

    private void check(Class<?> type, String component, Object value, Spot spot) {
        validator.validateValue(type, component, value).stream()
                .flatMap(violation -> refusal(violation, spot).stream())
                .min(Comparator.comparing(ApiException::attr).thenComparing(ApiException::code))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static Optional<ApiException> refusal(ConstraintViolation<?> violation, Spot spot) {
        Spot place = index(violation).map(spot::element).orElse(spot);
        return Complaint.about(violation).map(complaint -> place.invalid(complaint.code(), complaint.detail()));
    }

    private static Optional<Integer> index(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return Optional.ofNullable(last).map(Path.Node::getIndex);
    }
}
