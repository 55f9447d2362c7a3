package dev.sightline.api.body;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Optional;

/** What is said about a broken constraint: the code and text of spec/platform.md A.4, or the constraint's own text. */
record Complaint(String code, String detail) {

    /** Empty where the constraint is not broken after all: texts are measured in characters, not in UTF-16 units. */
    static Optional<Complaint> about(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Size size) {
            return measured(size, violation.getInvalidValue());
        }
        return Optional.of(bounded(constraint).orElseGet(() -> other(constraint, violation)));
    }

    private static Optional<Complaint> measured(Size size, Object value) {
        boolean list = value instanceof Collection;
        int length = list ? ((Collection<?>) value).size() : characters(value.toString());
        String unit = list ? " elements." : " characters.";
        if (length > size.max()) {
            return Optional.of(new Complaint("max_length", "Ensure this field has no more than " + size.max() + unit));
        }
        return length < size.min()
                ? Optional.of(new Complaint("min_length", "Ensure this field has at least " + size.min() + unit))
                : Optional.empty();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Optional<Complaint> bounded(Annotation constraint) {
        if (constraint instanceof Min min) {
            return Optional.of(atLeast(Long.toString(min.value()), true));
        }
        if (constraint instanceof Max max) {
            return Optional.of(atMost(Long.toString(max.value()), true));
        }
        if (constraint instanceof DecimalMin min) {
            return Optional.of(atLeast(min.value(), min.inclusive()));
        }
        if (constraint instanceof DecimalMax max) {
            return Optional.of(atMost(max.value(), max.inclusive()));
        }
        return constraint instanceof PositiveOrZero || constraint instanceof Positive
                ? Optional.of(atLeast("0", constraint instanceof PositiveOrZero))
                : Optional.empty();
    }

    private static Complaint atLeast(String bound, boolean inclusive) {
        String relation = inclusive ? "greater than or equal to " : "greater than ";
        return new Complaint("min_value", "Ensure this value is " + relation + bound + ".");
    }

    private static Complaint atMost(String bound, boolean inclusive) {
        String relation = inclusive ? "less than or equal to " : "less than ";
        return new Complaint("max_value", "Ensure this value is " + relation + bound + ".");
    }

    private static Complaint other(Annotation constraint, ConstraintViolation<?> violation) {
        if (constraint instanceof NotEmpty && violation.getInvalidValue() instanceof Collection) {
            return new Complaint("empty", "This list may not be empty.");
        }
        if (constraint instanceof NotEmpty || constraint instanceof NotBlank) {
            return new Complaint("blank", "This field may not be blank.");
        }
        boolean unworded = violation.getMessageTemplate().startsWith("{jakarta.");
        return constraint instanceof Pattern && unworded
                ? new Complaint("invalid_input", "This value does not match the required pattern.")
                : new Complaint("invalid_input", violation.getMessage());
    }
}
