package ru.nms.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/// Whether readers of a published schema survive a new one. Adding an optional component is all they survive: what
/// was there may not go, change its name or its type, become optional (readers count on it) or, being new, be required
/// (events of older producers lie on the topic).
final class SchemaChange {

    private final List<String> broken = new ArrayList<>();

    private SchemaChange() {}

    /// What would break, in words; empty when nothing does.
    static List<String> breaks(JsonNode published, JsonNode fresh) {
        var change = new SchemaChange();
        change.compare("", published, fresh);
        return change.broken;
    }

    private void compare(String path, JsonNode published, JsonNode fresh) {
        if (!same(published, fresh, "type") || !same(published, fresh, "format")) {
            broken.add("%s has another type".formatted(path));
            return;
        }
        for (var part : List.of("items", "additionalProperties")) {
            if (published.has(part)) {
                compare(path + "/*", published.get(part), fresh.path(part));
            }
        }
        published.path("properties").properties().forEach(property -> {
            var at = path + "/" + property.getKey();
            if (fresh.path("properties").has(property.getKey())) {
                compare(at, property.getValue(), fresh.path("properties").get(property.getKey()));
            } else {
                broken.add("%s is gone".formatted(at));
            }
        });
        required(path, required(published), required(fresh));
    }

    private void required(String path, Set<String> published, Set<String> fresh) {
        fresh.stream().filter(name -> !published.contains(name))
                .forEach(name -> broken.add("%s/%s is newly required".formatted(path, name)));
        published.stream().filter(name -> !fresh.contains(name))
                .forEach(name -> broken.add("%s/%s is no longer certain".formatted(path, name)));
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static boolean same(JsonNode published, JsonNode fresh, String keyword) {
        return published.path(keyword).equals(fresh.path(keyword));
    }
}
