package dev.sightline.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Names and groups the operations of the OpenAPI document, and says which scopes each asks of a key. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiOperations implements OASFilter {

    private static final DotName SCOPES = DotName.createSimple("dev.sightline.auth.RequiresScopes");
    private static final DotName OPEN = DotName.createSimple("jakarta.annotation.security.PermitAll");

    private final IndexView index;

    /** @param index the classes of the service */
    public OpenApiOperations(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Set<String> schemas = document.getComponents().getSchemas().keySet();
        operations(document).forEach(operation -> secureAndShape(operation, schemas));
        Set<String> paths = document.getPaths().getPathItems().keySet();
        document.getPaths().getPathItems().forEach((path, item) -> describe(path, item, hasMembers(path, paths)));
        document.setTags(tags(document));
        new EnumSchemas(index).rename(document.getComponents());
    }

    private static List<Tag> tags(OpenAPI document) {
        return new TreeSet<>(operations(document)
                        .flatMap(operation -> operation.getTags().stream())
                        .toList())
                .stream().map(name -> OASFactory.createTag().name(name)).toList();
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    /** Whether single things lie below the path. */
    private static boolean hasMembers(String path, Set<String> paths) {
        return paths.stream().anyMatch(other -> other.startsWith(path + "/{"));
    }

    private void describe(String path, PathItem item, boolean isCollection) {
        for (Map.Entry<HttpMethod, Operation> entry : item.getOperations().entrySet()) {
            Operation operation = entry.getValue();
            OperationName name = new OperationName(path, entry.getKey().name());
            operation.setTags(List.of(name.tag()));
            operation.setOperationId(name.id(isCollection || OpenApiConventions.answersPages(operation)));
        }
    }

    /** The operation's id is still its class and method, as the strategy for ids writes them. */
    private void secureAndShape(Operation operation, Set<String> schemas) {
        String method = operation.getOperationId();
        int end = method.lastIndexOf('_');
        ClassInfo resource = index.getClassByName(method.substring(0, end));
        String name = method.substring(end + 1);
        secure(operation, resource, name);
        resource.methods().stream()
                .filter(candidate -> candidate.name().equals(name))
                .map(OpenApiOperations::view)
                .filter(schemas::contains)
                .findFirst()
                .ifPresent(view -> shape(operation, view));
    }

    private static void secure(Operation operation, ClassInfo resource, String name) {
        if (annotation(resource, name, OPEN).isPresent()) {
            operation.setSecurity(List.of());
        } else {
            annotation(resource, name, SCOPES).ifPresent(found -> require(operation, found));
        }
    }

    /** The name of what a method answers: of {@code Uni<ScannerView>} it is {@code ScannerView}. */
    private static String view(MethodInfo method) {
        Type type = method.returnType();
        Type answered = type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments().get(0)
                : type;
        return answered.name().withoutPackagePrefix();
    }

    /** An answer that is described in words only has lost its schema. */
    private static void shape(Operation operation, String view) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("20") && !status.equals("204") && response.getContent() == null) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(view))));
            }
        });
    }

    private static void require(Operation operation, AnnotationInstance scopes) {
        List<String> names = List.of(scopes.value().asStringArray());
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(OpenApiConventions.KEY, names)));
    }

    /** That of the method, else that of its class. */
    private static Optional<AnnotationInstance> annotation(ClassInfo resource, String method, DotName type) {
        return resource.annotations(type).stream()
                .filter(found -> found.target().kind() == Kind.METHOD
                        && found.target().asMethod().name().equals(method))
                .findFirst()
                .or(() -> Optional.ofNullable(resource.declaredAnnotation(type)));
    }
}
