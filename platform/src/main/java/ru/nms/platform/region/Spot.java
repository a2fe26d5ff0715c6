package ru.nms.platform.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/// A place in a profile file and what stands there. Forgiving: what is absent or of another shape has no items and no
/// text, so that a file with faults of form can still be checked for all the others.
record Spot(JsonNode node, String path) {

    Spot at(String name) {
        return new Spot(node.path(name), path + "/" + name);
    }

    List<Spot> items(String list) {
        return at(list).items();
    }

    List<Spot> items() {
        var items = new ArrayList<Spot>();
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            items.add(new Spot(node.get(index), path + "/" + index));
        }
        return items;
    }

    /// Keys of a mapping with their values.
    List<Spot> entries() {
        return node.isObject() ? node.properties().stream().map(entry -> at(entry.getKey())).toList() : List.of();
    }

    boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    /// A number counts as its text: `n: 1` and `track: 1` meet.
    String text() {
        return present() && node.isValueNode() ? node.asString() : "";
    }

    String text(String name) {
        return at(name).text();
    }

    String key() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Set<String> texts(String list, String name) {
        var texts = new LinkedHashSet<String>();
        items(list).forEach(item -> texts.add(item.text(name)));
        return texts;
    }
}
