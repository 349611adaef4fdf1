package cn.mingjian.server.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes records as they are written: every component is there, and may be null where it is {@code @Nullable}
 * (JSpecify; every package is null-marked). Enums get a name of their own.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    private final Map<String, String> typeByName = new ConcurrentHashMap<>();

    RecordSchemas() {
        ModelResolver.enumsAsRef = true;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Schema<?> schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (schema == null) {
            return null;
        }
        JavaType java = Json31.mapper().constructType(type.getType());
        Schema<?> whole = whole(schema, context);
        if (whole.getName() != null && context.getDefinedModels().get(whole.getName()) == whole) {
            nameOnce(whole.getName(), java.toCanonical());
        }
        if (java.getRawClass().isRecord() && whole.getProperties() != null) {
            List<String> required = new ArrayList<>();
            describe(java.getRawClass(), whole.getProperties(), required);
            whole.setRequired(required.stream().sorted().toList());
        }
        return schema;
    }

    private static Schema<?> whole(Schema<?> schema, ModelConverterContext context) {
        return schema.get$ref() == null
                ? schema
                : context.getDefinedModels()
                        .getOrDefault(schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length()), schema);
    }

    /** Schemas are named by the simple names of their types: of two with one name, one would stand for both. */
    private void nameOnce(String name, String type) {
        String other = typeByName.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException(
                    "the interface has two types of the name " + name + ": " + type + " and " + other);
        }
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private static void describe(Class<?> java, Map<String, Schema> properties, List<String> required) {
        for (RecordComponent component : java.getRecordComponents()) {
            String name = component.getName();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), properties, required);
                continue;
            }
            Schema<?> property = Objects.requireNonNull(properties.get(name), name);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(name, nullable(property));
            }
            required.add(name);
        }
    }

    /** Whether a value of a schema may be null. */
    static boolean isNullable(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains(NULL)
                || schema.getOneOf() != null && schema.getOneOf().stream().anyMatch(RecordSchemas::isNullable);
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (isNullable(schema)) {
            return schema;
        }
        if (schema.getTypes() == null) {
            return new JsonSchema()
                    .oneOf(List.of(schema, new JsonSchema().types(Set.of(NULL))))
                    .name(schema.getName());
        }
        Schema<?> copy = AnnotationsUtils.clone(schema, true); // the library hands one schema to several properties
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add(NULL);
        copy.setTypes(types);
        copy.setName(schema.getName());
        return copy;
    }
}
