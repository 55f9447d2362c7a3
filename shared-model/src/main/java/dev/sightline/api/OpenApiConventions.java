package dev.sightline.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes into the OpenAPI document what the conventions add to each route without the route saying so. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiConventions implements OASFilter {

    private static final String JSON = "application/json";
    static final String KEY = "personal_api_key";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> PAGING = Set.of("limit", "offset");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** Forms are read like JSON. */
    @Override
    public RequestBody filterRequestBody(RequestBody body) {
        Content content = body.getContent();
        MediaType json = content == null ? null : content.getMediaType(JSON);
        if (json != null) {
            content.addMediaType("application/x-www-form-urlencoded", json);
            content.addMediaType("multipart/form-data", json);
        }
        return body;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach(OpenApiConventions::complete);
        PatchSchemas.unwrap(document.getComponents());
        document.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        Refusals.describe(document);
    }

    private static void complete(String path, PathItem item) {
        List<String> variables =
                VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
        for (Operation operation : item.getOperations().values()) {
            variables.forEach(variable -> declare(operation, Parameter.In.PATH, variable));
            if (answersPages(operation)) {
                declare(operation, Parameter.In.QUERY, "limit");
                declare(operation, Parameter.In.QUERY, "offset");
            }
            Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach(OpenApiConventions::type);
        }
    }

    /** A filter that a route only names is text. */
    private static void type(Parameter parameter) {
        if (parameter.getSchema() == null && parameter.getContent() == null) {
            boolean counts = PAGING.contains(parameter.getName());
            Schema.SchemaType type = counts ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING;
            parameter.setSchema(OASFactory.createSchema().addType(type));
        }
    }

    private static void declare(Operation operation, Parameter.In in, String name) {
        List<Parameter> known = Optional.ofNullable(operation.getParameters()).orElse(List.of());
        if (known.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(in)
                    .required(in == Parameter.In.PATH)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        }
    }

    static boolean answersPages(Operation operation) {
        return Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
                .map(response -> response.getContent())
                .map(content -> content.getMediaType(JSON))
                .map(MediaType::getSchema)
                .map(Schema::getRef)
                .filter(ref -> ref.startsWith(SCHEMAS + Page.class.getSimpleName()))
                .isPresent();
    }
}
