package dev.sightline.api;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** In an OpenAPI document every operation may be refused, by a {@link Problem} or a {@link Refusal}. */
final class Refusals {

    private static final String STATUS = "4XX";
    private static final String NAME = "Refused";
    private static final String PROBLEM = Problem.class.getSimpleName();
    private static final String REFUSAL = Refusal.class.getSimpleName();

    private Refusals() {}

    static void describe(OpenAPI document) {
        document.getComponents()
                .addSchema(PROBLEM, texts("type", "code", "detail").addProperty("attr", text(true)))
                .addSchema(REFUSAL, texts("error"))
                .addResponse(NAME, response());
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(Refusals::describe));
    }

    private static void describe(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(STATUS, OASFactory.createAPIResponse().ref(NAME));
    }

    private static APIResponse response() {
        Schema either = OASFactory.createSchema().anyOf(List.of(reference(PROBLEM), reference(REFUSAL)));
        return OASFactory.createAPIResponse()
                .description("Refused, and why")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(either)));
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Schema texts(String... names) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (String name : names) {
            schema.addProperty(name, text(false)).addRequired(name);
        }
        return schema;
    }

    private static Schema text(boolean orNull) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return orNull ? schema.addType(Schema.SchemaType.NULL) : schema;
    }
}
