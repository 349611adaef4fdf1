package cn.mingjian.server.openapi;

import cn.mingjian.server.problem.Failure;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the description says of the interface as a whole: every refusal is a {@link Failure}, and a wish may leave out what may be null. */
@Component
class InterfaceDescription implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI description) {
        description.setInfo(new Info().title("Mingjian").version("v1"));
        Components components = description.getComponents();
        ResolvedSchema failure =
                ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(Failure.class));
        failure.referencedSchemas.forEach(components::addSchemas);
        ApiResponse refusal = new ApiResponse()
                .description("refused")
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(new Schema<>().$ref("Failure"))));
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    operation.getResponses().setDefault(refusal);
                    wishes(operation, components.getSchemas()).forEach(InterfaceDescription::mayLeaveOut);
                });
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private static Stream<Schema> wishes(Operation operation, Map<String, Schema> schemas) {
        if (operation.getRequestBody() == null) {
            return Stream.empty();
        }
        return operation.getRequestBody().getContent().values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema.get$ref() != null)
                .map(schema -> schemas.get(schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length())));
    }

    private static void mayLeaveOut(Schema<?> wish) {
        wish.setRequired(wish.getProperties().entrySet().stream()
                .filter(property -> !RecordSchemas.isNullable(property.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
