package dev.sightline.signals.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a JSON value must look like. */
sealed interface Shape {

    /** The first thing wrong with a value that stands at a path; empty if it fits. */
    Optional<Violation> violation(String path, JsonNode value);

    private static Optional<Violation> refuse(String path, String code, String detail) {
        return Optional.of(new Violation(path, code, detail));
    }

    /** A plain value. */
    enum Scalar {
        STR("a string"),
        INT("a whole number"),
        NUM("a number"),
        BOOL("true or false"),
        OBJECT("an object");

        final String words;

        Scalar(String words) {
            this.words = words;
        }

        boolean fits(JsonNode value) {
            return switch (this) {
                case STR -> value.isTextual();
                case INT -> value.isIntegralNumber();
                case NUM -> value.isNumber();
                case BOOL -> value.isBoolean();
                case OBJECT -> value.isObject();
            };
        }
    }

    /** Any of some plain values. */
    record AnyOf(List<Scalar> scalars) implements Shape {
        @Override
        public Optional<Violation> violation(String path, JsonNode value) {
            return scalars.stream().anyMatch(scalar -> scalar.fits(value))
                    ? Optional.empty()
                    : refuse(path, "invalid", "This must be " + words() + ".");
        }

        private String words() {
            return String.join(
                    " or ", scalars.stream().map(scalar -> scalar.words).toList());
        }
    }

    /** One of some texts. */
    record Choice(Set<String> texts) implements Shape {
        @Override
        public Optional<Violation> violation(String path, JsonNode value) {
            return value.isTextual() && texts.contains(value.textValue())
                    ? Optional.empty()
                    : refuse(path, "invalid_choice", "This must be one of " + String.join(", ", texts) + ".");
        }
    }

    /** A list of values of one shape. */
    record ListOf(Shape item) implements Shape {
        @Override
        public Optional<Violation> violation(String path, JsonNode value) {
            if (!value.isArray()) {
                return refuse(path, "not_a_list", "This must be a list.");
            }
            for (int i = 0; i < value.size(); i++) {
                Optional<Violation> found = item.violation(path + "__" + i, value.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    /** A value or null. */
    record Nullable(Shape value) implements Shape {
        @Override
        public Optional<Violation> violation(String path, JsonNode node) {
            return node.isNull() ? Optional.empty() : value.violation(path, node);
        }
    }

    /** One member of an object. */
    record Member(boolean required, Shape shape) {

        private Optional<Violation> violation(String path, JsonNode value) {
            if (value == null) {
                return required ? refuse(path, "required", "This field is required.") : Optional.empty();
            }
            if (!value.isNull() || shape instanceof Nullable) {
                return shape.violation(path, value);
            }
            return required ? refuse(path, "null", "This field may not be null.") : Optional.empty();
        }
    }

    /** An object with these members and no others; they are looked at in declaration order, strangers last. */
    record Members(Map<String, Member> byName) implements Shape {
        @Override
        public Optional<Violation> violation(String path, JsonNode value) {
            if (!value.isObject()) {
                return refuse(path, "invalid", "This must be an object.");
            }
            for (Map.Entry<String, Member> member : byName.entrySet()) {
                String name = member.getKey();
                Optional<Violation> found = member.getValue().violation(path + "__" + name, value.get(name));
                if (found.isPresent()) {
                    return found;
                }
            }
            return stranger(path, value);
        }

        private Optional<Violation> stranger(String path, JsonNode value) {
            List<String> names = new ArrayList<>();
            for (Iterator<String> name = value.fieldNames(); name.hasNext(); ) {
                names.add(name.next());
            }
            names.removeAll(byName.keySet());
            return names.isEmpty()
                    ? Optional.empty()
                    : refuse(path + "__" + names.get(0), "invalid", "This field is not known here.");
        }
    }
}
