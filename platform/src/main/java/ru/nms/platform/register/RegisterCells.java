package ru.nms.platform.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.list.Kind;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Row;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Cells of a file and fields of a content.
final class RegisterCells {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Register<?> register;
    private final JsonMapper json;
    private final Map<String, String> fields;
    private final Set<String> columns;
    final Map<String, Reference> references = new LinkedHashMap<>();

    RegisterCells(Register<?> register, JsonMapper json) {
        this.register = register;
        this.json = json;
        this.columns = register.columns.list().stream().map(Column::code).collect(Collectors.toSet());
        references.putAll(register.references);
        if (register.items != null) {
            var items = register.items;
            items.references().forEach((component, reference) -> references.put(items.field() + "." + component, reference));
        }
        this.fields = Stream.concat(Stream.concat(register.fields.keySet().stream(), references.keySet().stream()),
                        columns.stream().filter(this::isComponent)).distinct()
                .filter(field -> columns.contains(column(field)))
                .collect(Collectors.toMap(this::column, field -> field, (one, other) -> one));
        if (fields.size() != columns.size()) {
            throw new IllegalArgumentException("A column of %s has no field: %s.".formatted(register.name, columns));
        }
    }

    private boolean isComponent(String column) {
        return column.contains(".") && register.fields.containsKey(column.substring(0, column.indexOf('.')));
    }

    private String column(String field) {
        return references.containsKey(field) ? Register.column(field) : field;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /// The column of what a fault points at: of the component, else of the field, else the first one.
    String at(String pointer) {
        var path = pointer.replaceFirst("^/", "").replaceAll("/\\d+(?=/|$)", "").replace('/', '.');
        return Stream.of(path, path.replaceFirst("\\..*", "")).map(Register::column).filter(this::has).findFirst()
                .orElseGet(() -> register.columns.list().getFirst().code());
    }

    /// The folded names, or ids, that a row gives to what it refers to.
    List<String> names(Row row, String field) {
        return texts(row, field).stream().map(Kind::fold).toList();
    }

    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    private static List<String> texts(Row row, String field) {
        var column = Register.column(field);
        if (field.endsWith("Ids")) {
            return row.list(column);
        }
        var text = row.text(column);
        return text == null ? List.of() : List.of(text);
    }

    /// The filled cells as fields; what cannot be read is a fault of the row.
    ObjectNode read(Row row, Map<String, Map<String, List<UUID>>> names) {
        var content = json.createObjectNode();
        for (var column : register.columns.list()) {
            var field = String.valueOf(fields.get(column.code()));
            var value = references.containsKey(field)
                    ? references(row, field, names.getOrDefault(field, Map.of())) : value(row, column);
            if (value != null) {
                Items.put(content, field, json.valueToTree(value), register.items);
            }
        }
        if (register.items != null && !content.has(register.items.field())) {
            content.putArray(register.items.field());
        }
        return content;
    }

    private static @Nullable Object value(Row row, Column column) {
        var code = column.code();
        var value = switch (column.kind()) {
            case TEXT -> column.many() ? row.list(code) : row.text(code);
            case CODE -> column.many() ? row.codes(code) : row.code(code);
            case DATE -> row.date(code);
            case INTEGER -> row.integer(code);
            case DECIMAL -> row.decimal(code);
            case BOOL -> row.bool(code);
        };
        return value instanceof List<?> list && list.isEmpty() ? null : value;
    }

    private @Nullable Object references(Row row, String field, Map<String, List<UUID>> names) {
        var reference = Objects.requireNonNull(references.get(field));
        List<UUID> found = new ArrayList<>();
        for (var text : texts(row, field)) {
            var meant = names.getOrDefault(Kind.fold(text), List.of());
            if (meant.size() == 1) {
                found.add(meant.getFirst());
            } else {
                row.fault(Register.column(field), meant.isEmpty() ? reference.unknown() : reference.ambiguous());
            }
        }
        return found.isEmpty() ? null : field.endsWith("Ids") ? found : found.getFirst();
    }

    /// What was known, and over it what the row says.
    ObjectNode over(Object known, ObjectNode fresh) {
        var all = (ObjectNode) json.<ObjectNode>valueToTree(known);
        fresh.properties().forEach(field -> {
            var before = all.path(field.getKey());
            all.set(field.getKey(), register.items != null && register.items.field().equals(field.getKey())
                    ? register.items.over(before, field.getValue()) : Items.merged(before, field.getValue()));
        });
        return all;
    }
}
