package ru.nms.contracts;

import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The published language as an AsyncAPI 3 document, for people and for tools of foreign consumers.
final class AsyncApi {

    private static final int WEEK = (int) TimeUnit.DAYS.toMillis(7);
    private static final List<String> HEADERS = List.of(
            "ce_specversion|`1.0`", "ce_id|unique per announcement; repeats carry the same", "ce_type|the topic",
            "ce_source|`/nms/<service>`", "ce_subject|id of the thing that changed; also the key of the record",
            "ce_time|when the owner committed the change", "ce_epoch|grows when the owner was restored from a backup",
            "ce_version|of the subject; orders within the epoch", "content-type|`application/json`");

    private AsyncApi() {}

    static ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "РС НМС: события")
                .put("version", "1.0.0")
                .put("description", "State topics: the key is the id of the subject, the value its whole public state after one"
                        + " change, a record without value says that the subject is gone. CloudEvents 1.0, binary mode.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        var schemas = components.putObject("schemas");
        schemas.set("headers", headers());
        for (var topic : EventTypes.topics()) {
            channels.set(topic.name(), channel(topic));
            operations.set(topic.name() + ".send", operation(topic));
            messages.set(message(topic), messageOf(topic));
            schemas.set(topic.name(), EventSchema.of(topic).without(List.of("$schema", "$id")));
        }
        return document;
    }

    private static ObjectNode headers() {
        var headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = headers.putObject("properties");
        var required = headers.putArray("required");
        HEADERS.stream().map(line -> line.split("\\|")).forEach(header -> {
            properties.putObject(header[0]).put("type", "string").put("description", header[1]);
            required.add(header[0]);
        });
        return headers;
    }

    private static ObjectNode channel(Topic<?> topic) {
        var channel = JsonNodeFactory.instance.objectNode().put("address", topic.name());
        channel.put("description", EventDocs.of(topic.type()).about());
        channel.putObject("messages").set(message(topic), ref("#/components/messages/" + message(topic)));
        var kafka = channel.putObject("bindings").putObject("kafka").put("topic", topic.name()).put("bindingVersion", "0.5.0");
        var configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add("compact");
        configuration.put("delete.retention.ms", WEEK);
        channel.put("x-owner", topic.owner()).put("x-dead-letters", topic.deadLetters());
        return channel;
    }

    private static ObjectNode operation(Topic<?> topic) {
        var operation = JsonNodeFactory.instance.objectNode().put("action", "send");
        operation.set("channel", ref("#/channels/" + topic.name()));
        operation.put("summary", "%s tells of a change".formatted(topic.owner()));
        operation.putArray("messages").add(ref("#/channels/%s/messages/%s".formatted(topic.name(), message(topic))));
        return operation;
    }

    private static ObjectNode messageOf(Topic<?> topic) {
        var message = JsonNodeFactory.instance.objectNode().put("name", topic.name()).put("contentType", "application/json");
        message.set("headers", ref("#/components/schemas/headers"));
        message.set("payload", ref("#/components/schemas/" + topic.name()));
        message.putObject("bindings").putObject("kafka").put("bindingVersion", "0.5.0")
                .putObject("key").put("type", "string").put("format", "uuid");
        return message;
    }

    private static String message(Topic<?> topic) {
        return topic.type().getSimpleName();
    }

    private static ObjectNode ref(String pointer) {
        return JsonNodeFactory.instance.objectNode().put("$ref", pointer);
    }
}
