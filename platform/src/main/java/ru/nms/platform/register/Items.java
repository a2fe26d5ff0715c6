package ru.nms.platform.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A field with a list of records. In files each of them is a row: the columns of the entry are said again, those of
/// the record are named `field.component`.
///
/// @param same       the components by which a row means a record that is known
/// @param references what the ids in components belong to
record Items(String field, List<String> same, Map<String, Reference> references) {

    /// Where the records of an entry stand in files: one a row, and a row without one where there is none.
    List<@Nullable JsonNode> of(JsonNode content) {
        List<@Nullable JsonNode> found = new ArrayList<>();
        content.path(field).valueStream().forEach(found::add);
        if (found.isEmpty()) {
            found.add(null);
        }
        return found;
    }

    /// The known records, and over them the one of a row.
    ArrayNode over(JsonNode known, JsonNode fresh) {
        var all = JsonNodeFactory.instance.arrayNode();
        known.valueStream().forEach(all::add);
        fresh.valueStream().forEach(one -> {
            for (int n = 0; n < all.size(); n++) {
                if (means(all.get(n), one)) {
                    all.set(n, merged(all.get(n), one));
                    return;
                }
            }
            all.add(one);
        });
        return all;
    }

    private boolean means(JsonNode known, JsonNode fresh) {
        return same.stream().allMatch(component -> known.path(component).equals(fresh.path(component)));
    }

    /// Components that are not said stay.
    static JsonNode merged(@Nullable JsonNode known, JsonNode fresh) {
        if (!(known instanceof ObjectNode before) || !(fresh instanceof ObjectNode)) {
            return fresh;
        }
        var all = before.deepCopy();
        fresh.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        return all;
    }

    /// Takes the parts of a record that a row says together.
    static void put(ObjectNode content, String path, JsonNode value, @Nullable Items items) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            content.set(path, value);
            return;
        }
        var head = path.substring(0, dot);
        if (items != null && items.field.equals(head)) {
            var rows = content.get(head) instanceof ArrayNode some ? some : content.putArray(head);
            var item = rows.isEmpty() ? rows.addObject() : (ObjectNode) rows.get(0);
            item.set(path.substring(dot + 1), value);
        } else {
            var record = content.get(head) instanceof ObjectNode some ? some : content.putObject(head);
            record.set(path.substring(dot + 1), value);
        }
    }
}
