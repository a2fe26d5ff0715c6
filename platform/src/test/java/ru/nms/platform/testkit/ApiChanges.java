package ru.nms.platform.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/// What a new API description takes from those who rely on the old one: operations, parameters, forms and fields that
/// are gone, values that are no longer known, types that are others, and what is newly required. Additions are no
/// change in this sense.
final class ApiChanges {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private ApiChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /// One line for each breach.
    static List<String> breaking(JsonNode before, JsonNode after) {
        var changes = new ApiChanges(before, after);
        changes.operations();
        return List.copyOf(changes.found);
    }

    private void operations() {
        before.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operation(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        method.getValue(), after.path("paths").path(path.getKey()).path(method.getKey()))));
    }

    private void operation(String name, JsonNode old, JsonNode fresh) {
        if (fresh.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        parameters(name, byName(old), byName(fresh));
        body(name, old.path("requestBody"), fresh.path("requestBody"));
        old.path("responses").properties().stream().filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response(name + " " + response.getKey(), response.getValue(),
                        fresh.path("responses").path(response.getKey())));
    }

    private static Map<String, JsonNode> byName(JsonNode operation) {
        return operation.path("parameters").valueStream().collect(Collectors.toMap(
                parameter -> parameter.path("in").asString() + " parameter " + parameter.path("name").asString(),
                parameter -> parameter, (one, other) -> one, LinkedHashMap::new));
    }

    private void parameters(String name, Map<String, JsonNode> old, Map<String, JsonNode> fresh) {
        old.forEach((key, parameter) -> {
            if (fresh.containsKey(key)) {
                schema(name + " " + key, parameter.path("schema"), fresh.get(key).path("schema"), true);
            } else {
                found.add(name + " " + key + " is gone");
            }
        });
        fresh.forEach((key, parameter) -> {
            if (required(parameter) && !(old.containsKey(key) && required(old.get(key)))) {
                found.add(name + " " + key + " is newly required");
            }
        });
    }

    private static boolean required(JsonNode parameter) {
        return parameter.path("required").asBoolean(false);
    }

    private void body(String name, JsonNode old, JsonNode fresh) {
        if (old.isMissingNode()) {
            if (required(fresh)) {
                found.add(name + " body is newly required");
            }
            return;
        }
        if (required(fresh) && !required(old)) {
            found.add(name + " body is newly required");
        }
        contents(name + " body", old, fresh, true);
    }

    private void response(String name, JsonNode old, JsonNode fresh) {
        if (fresh.isMissingNode()) {
            found.add(name + " is gone");
        } else {
            contents(name, old, fresh, false);
        }
    }

    private void contents(String name, JsonNode old, JsonNode fresh, boolean sent) {
        old.path("content").properties().forEach(form -> {
            var other = fresh.path("content").path(form.getKey());
            if (other.isMissingNode()) {
                found.add(name + " as " + form.getKey() + " is gone");
            } else {
                schema(name, form.getValue().path("schema"), other.path("schema"), sent);
            }
        });
    }

    /// @param sent whether clients send it; otherwise they read it
    private void schema(String name, JsonNode old, JsonNode fresh, boolean sent) {
        if (old.has("$ref") && fresh.has("$ref")
                && !compared.add(old.path("$ref") + " " + fresh.path("$ref") + " " + sent)) {
            return;
        }
        var was = resolved(before, old);
        var is = resolved(after, fresh);
        var types = texts(was.path("type"));
        if (!types.isEmpty() && !texts(is.path("type")).containsAll(types)) {
            found.add(name + " is no longer " + String.join(" or ", types));
        }
        values(name, was, is);
        fields(name, was, is, sent);
        if (was.has("items")) {
            schema(name + "[]", was.path("items"), is.path("items"), sent);
        }
        for (var alternatives : List.of("allOf", "oneOf", "anyOf")) {
            for (int i = 0; i < was.path(alternatives).size(); i++) {
                schema(name, was.path(alternatives).path(i), is.path(alternatives).path(i), sent);
            }
        }
    }

    private void values(String name, JsonNode was, JsonNode is) {
        if (is.has("enum")) {
            var left = texts(is.path("enum"));
            texts(was.path("enum")).stream().filter(value -> !left.contains(value))
                    .forEach(value -> found.add(name + " no longer knows " + value));
            if (!was.has("enum") && !was.isMissingNode()) {
                found.add(name + " is newly limited to " + left);
            }
        }
    }

    private void fields(String name, JsonNode was, JsonNode is, boolean sent) {
        was.path("properties").properties().forEach(field -> {
            var other = is.path("properties").path(field.getKey());
            if (other.isMissingNode()) {
                found.add(name + "." + field.getKey() + " is gone");
            } else {
                schema(name + "." + field.getKey(), field.getValue(), other, sent);
            }
        });
        var needed = texts(was.path("required"));
        if (sent) {
            texts(is.path("required")).stream().filter(field -> !needed.contains(field))
                    .forEach(field -> found.add(name + "." + field + " is newly required"));
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList()
                : node.isMissingNode() || node.isNull() ? List.of() : List.of(node.asString());
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        return ref.startsWith("#/") ? document.at(ref.substring(1)) : schema;
    }
}
