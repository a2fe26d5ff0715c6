package ru.nms.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of an event record. Components marked `@Nullable` may be absent. What a newer producer
/// adds is allowed: readers ignore what they do not know.
final class EventSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Form(String type, @Nullable String format) {}

    private static final Map<Class<?>, Form> PLAIN = Map.ofEntries(
            Map.entry(UUID.class, new Form("string", "uuid")),
            Map.entry(Instant.class, new Form("string", "date-time")),
            Map.entry(LocalDate.class, new Form("string", "date")),
            Map.entry(String.class, new Form("string", null)),
            Map.entry(boolean.class, new Form("boolean", null)),
            Map.entry(Boolean.class, new Form("boolean", null)),
            Map.entry(BigDecimal.class, new Form("number", null)),
            Map.entry(int.class, new Form("integer", null)),
            Map.entry(Integer.class, new Form("integer", null)),
            Map.entry(long.class, new Form("integer", null)),
            Map.entry(Long.class, new Form("integer", null)));

    private EventSchema() {}

    static ObjectNode of(Topic<?> topic) {
        var schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:nms:schema:" + topic.name());
        schema.put("title", topic.type().getSimpleName());
        schema.setAll(object(topic.type()));
        return schema;
    }

    private static ObjectNode object(Class<?> type) {
        var docs = EventDocs.of(type);
        var schema = NODES.objectNode();
        if (!docs.about().isEmpty()) {
            schema.put("description", docs.about());
        }
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : type.getRecordComponents()) {
            var property = value(component.getGenericType());
            var words = docs.components().get(component.getName());
            properties.set(component.getName(), words == null ? property : described(property, words));
            if (!mayBeAbsent(component)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode described(ObjectNode property, String words) {
        property.put("description", words);
        return property;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode value(Type type) {
        if (type instanceof ParameterizedType of) {
            return container(of);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return object(plain);
        }
        var form = PLAIN.get(plain);
        if (form == null) {
            throw new IllegalStateException("An event cannot carry a " + type.getTypeName() + ".");
        }
        var schema = NODES.objectNode().put("type", form.type());
        return form.format() == null ? schema : schema.put("format", form.format());
    }

    private static ObjectNode container(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            var array = named("array");
            array.set("items", value(arguments[0]));
            return array;
        }
        if (type.getRawType() == Map.class) {
            var map = named("object");
            map.set("additionalProperties", value(arguments[1]));
            return map;
        }
        throw new IllegalStateException("An event cannot carry a " + type.getTypeName() + ".");
    }

    private static ObjectNode named(String type) {
        return NODES.objectNode().put("type", type);
    }
}
