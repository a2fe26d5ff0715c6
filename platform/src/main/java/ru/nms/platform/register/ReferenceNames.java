package ru.nms.platform.register;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ru.nms.platform.access.Caller;

/// SQL: the names of what an entry refers to, as far as the caller may see that, as one JSON object.
final class ReferenceNames {

    private ReferenceNames() {}

    /// @param values to bind; what decides who sees what is added
    static String of(Register<?> register, Caller caller, Map<String, UUID> values) {
        var names = register.references.entrySet().stream()
                .map(field -> name(register, field.getKey(), field.getValue(), caller, values));
        var inner = Stream.ofNullable(register.items).flatMap(items -> items.references().entrySet().stream()
                .map(component -> names(register, items, component.getKey(), component.getValue(), caller, values)));
        return Stream.concat(names, inner).collect(Collectors.joining(", ", "CAST(jsonb_build_object(", ") AS text) AS names"));
    }

    private static String name(Register<?> register, String field, Reference reference, Caller caller, Map<String, UUID> values) {
        var visible = reference.visible().apply(caller);
        values.putAll(visible.values());
        var column = "e." + register.fields.get(field);
        return (field.endsWith("Ids")
                ? "'%1$s', (SELECT jsonb_agg(%2$s ORDER BY array_position(%5$s, r.id)) FROM %3$s WHERE r.id = ANY (%5$s) AND %4$s)"
                : "'%1$s', (SELECT %2$s FROM %3$s WHERE r.id = %5$s AND %4$s)")
                .formatted(Register.column(field), reference.label(), reference.from(), visible.sql(), column);
    }

    /// The names of what the records of a list refer to, by id.
    private static String names(Register<?> register, Items items, String component, Reference reference, Caller caller,
                                Map<String, UUID> values) {
        var visible = reference.visible().apply(caller);
        values.putAll(visible.values());
        return """
                '%s', (SELECT jsonb_object_agg(r.id, %s) FROM %s WHERE %s AND r.id IN (
                        SELECT CAST(i ->> '%s' AS uuid) FROM jsonb_array_elements(e.%s) i))""".formatted(
                items.field() + "." + Register.column(component), reference.label(), reference.from(), visible.sql(), component,
                register.fields.get(items.field()));
    }
}
