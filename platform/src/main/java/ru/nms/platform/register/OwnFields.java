package ru.nms.platform.register;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Fields that only actions and derivations change: what is sent for them must be what stands there, or nothing.
final class OwnFields {

    private final JsonMapper json;

    OwnFields(JsonMapper json) {
        this.json = json;
    }

    JsonMapper json() {
        return json;
    }

    /// @param before absent for a new entry, whose own fields then have their first values
    <S> S settle(Register<S> register, @Nullable S before, S sent) {
        if (register.own.isEmpty()) {
            return sent;
        }
        var settled = (ObjectNode) json.<ObjectNode>valueToTree(sent);
        var kept = (ObjectNode) json.<ObjectNode>valueToTree(before == null ? register.own : before);
        var faults = new Faults();
        register.own.keySet().forEach(field -> {
            var given = settled.get(field);
            faults.unless(given == null || given.isNull() || given.equals(kept.get(field)), Fault.at("/" + field, "fixed"));
            settled.set(field, kept.get(field));
        });
        faults.refuse();
        return json.treeToValue(settled, register.type);
    }

    /// First values where a file says nothing.
    ObjectNode complete(Register<?> register, ObjectNode fields) {
        var content = fields.deepCopy();
        var first = (ObjectNode) json.<ObjectNode>valueToTree(register.own);
        first.properties().forEach(field -> {
            if (!content.has(field.getKey())) {
                content.set(field.getKey(), field.getValue());
            }
        });
        return content;
    }
}
