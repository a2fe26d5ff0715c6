package ru.nms.platform.register;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Ids that stand somewhere in the content of an entry: as a field, in a list, in a record of a list.
record Mentions(JsonMapper json) {

    <S> S replaced(Register<S> register, S content, UUID from, UUID to) {
        return json.treeToValue(replaced(json.valueToTree(content), from.toString(), to.toString()), register.type);
    }

    private static JsonNode replaced(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(replaced(field.getValue(), from, to)));
        } else if (node instanceof ArrayNode array) {
            for (int n = 0; n < array.size(); n++) {
                array.set(n, replaced(array.get(n), from, to));
            }
            nameOnce(array, to);
        } else if (node.isString() && node.asString().equals(from)) {
            return JsonNodeFactory.instance.stringNode(to);
        }
        return node;
    }

    /// A list that named both names the one who stays once.
    private static void nameOnce(ArrayNode list, String id) {
        boolean named = false;
        for (int n = 0; n < list.size(); n++) {
            boolean is = list.get(n).isString() && list.get(n).asString().equals(id);
            if (is && named) {
                list.remove(n--);
            }
            named |= is;
        }
    }

    /// The content without the id; null when nothing sensible remains: the entry is about this id alone.
    <S> @Nullable S without(Register<S> register, S content, UUID id) {
        var tree = (ObjectNode) json.<ObjectNode>valueToTree(content);
        for (var component : register.type.getRecordComponents()) {
            var value = tree.path(component.getName());
            if (value.isString() && value.asString().equals(id.toString())) {
                if (!mayBeAbsent(component)) {
                    return null;
                }
                tree.putNull(component.getName());
            } else if (value instanceof ArrayNode list && drop(list, id) && list.isEmpty()) {
                return null;
            }
        }
        return json.treeToValue(tree, register.type);
    }

    private static boolean drop(ArrayNode list, UUID id) {
        boolean dropped = false;
        for (int n = list.size() - 1; n >= 0; n--) {
            if (list.get(n).toString().contains(id.toString())) {
                list.remove(n);
                dropped = true;
            }
        }
        return dropped;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(it -> it.annotationType() == Nullable.class);
    }
}
