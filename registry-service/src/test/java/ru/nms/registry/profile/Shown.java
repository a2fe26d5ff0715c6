package ru.nms.registry.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.StreamSupport;

import ru.nms.platform.access.Role;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The profile of a region as the registry shows it to everybody.
final class Shown {

    private static final JsonMapper JSON = new JsonMapper();

    private Shown() {}

    static JsonNode in(String region) {
        return json(requireNonNull(Registry.get(Region.of(region).service().as(Role.TEACHER), "region-profile").expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody()));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /// The only one of the list with the value.
    static JsonNode one(JsonNode list, String field, String value) {
        var found = StreamSupport.stream(list.spliterator(), false).filter(it -> it.path(field).asString("").equals(value)).toList();
        if (found.size() != 1) {
            throw new AssertionError("%d entries with %s = %s".formatted(found.size(), field, value));
        }
        return found.getFirst();
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(it -> it.path(field).asString("")).toList();
    }
}
