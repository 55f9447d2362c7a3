package dev.sightline.api;

import dev.sightline.json.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** In an OpenAPI document enums have the names they have in the API (see {@link Wire}). */
final class EnumSchemas {

    private static final DotName NAMED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");

    /** Names that constants were given; the document has them already. */
    private final Set<Object> given;

    EnumSchemas(IndexView index) {
        this.given = index.getAnnotations(NAMED).stream()
                .filter(name -> name.target().kind() == Kind.FIELD
                        && name.target().asField().isEnumConstant())
                .map(name -> (Object) name.value().asString())
                .collect(Collectors.toSet());
    }

    void rename(Components components) {
        components.getSchemas().values().stream()
                .filter(schema -> schema.getEnumeration() != null)
                .forEach(this::rename);
    }

    private void rename(Schema schema) {
        List<Object> names = schema.getEnumeration().stream().map(this::name).toList();
        schema.setEnumeration(names);
    }

    private Object name(Object constant) {
        return given.contains(constant) ? constant : constant.toString().toLowerCase(Locale.ROOT);
    }
}
