package ru.nms.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The golden events of `contracts`.
public final class Golden {

    private static final JsonMapper JSON = EventJson.create().mapper();

    private Golden() {}

    public static ObjectNode event(Topic<?> topic) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(
                    Path.of("../contracts/src/test/resources/golden", topic.name() + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The golden event, but of this subject and version.
    public static <E extends Event> E event(Topic<E> topic, UUID subject, long version) {
        return JSON.treeToValue(event(topic).put("subject", subject.toString()).put("version", version), topic.type());
    }

    /// Names and types, without values.
    public static JsonNode shape(JsonNode event) {
        var shape = (ObjectNode) event.deepCopy();
        shape.properties().forEach(field -> field.setValue(
                JSON.getNodeFactory().stringNode(field.getValue().getNodeType().name())));
        return shape;
    }

    public static JsonNode read(String event) {
        return JSON.readTree(event);
    }
}
