package ru.nms.platform.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries as a table with the columns of the register's files, so that what was exported can be imported again.
final class RegisterTable {

    private final Register<?> register;
    private final JsonMapper json;

    RegisterTable(Register<?> register, JsonMapper json) {
        this.register = register;
        this.json = json;
    }

    List<String> titles() {
        return Stream.concat(Stream.of(Table.IDENTIFIER), register.columns.titles().stream()).toList();
    }

    /// One row, or one for each record of the list that has rows of its own.
    List<List<?>> rows(RegisterStore.Named<?> named) {
        var content = json.<JsonNode>valueToTree(named.entry().content());
        if (register.items == null) {
            return List.of(row(named, content, null));
        }
        return register.items.of(content).stream().<List<?>>map(item -> row(named, content, item)).toList();
    }

    private List<?> row(RegisterStore.Named<?> named, JsonNode content, @Nullable JsonNode item) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(named.entry().id());
        for (var column : register.columns.list()) {
            var name = named.names().get(column.code());
            cells.add(cell(column, name == null ? value(column.code(), content, item) : name(column.code(), name, item)));
        }
        return cells;
    }

    /// The name of what a field refers to; of what a component does, it is one of those of the whole list.
    private @Nullable JsonNode name(String code, JsonNode name, @Nullable JsonNode item) {
        if (register.items == null || !code.startsWith(register.items.field() + ".")) {
            return name;
        }
        return item == null ? null : register.items.references().keySet().stream()
                .filter(component -> code.endsWith("." + Register.column(component)))
                .map(component -> name.get(item.path(component).asString(""))).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private @Nullable JsonNode value(String code, JsonNode content, @Nullable JsonNode item) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return content.get(code);
        }
        var head = code.substring(0, dot);
        return register.items != null && register.items.field().equals(head)
                ? item == null ? null : item.get(code.substring(dot + 1))
                : content.path(head).get(code.substring(dot + 1));
    }

    private static @Nullable Object cell(Column column, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            return value.valueStream().map(one -> cell(column, one)).toList();
        }
        return switch (column.kind()) {
            case CODE -> title(column, value.asString());
            case BOOL -> value.asBoolean();
            case INTEGER -> value.asLong();
            case DECIMAL -> value.asDecimal();
            case DATE -> java.time.LocalDate.parse(value.asString());
            case TEXT -> value.asString();
        };
    }

    private static String title(Column column, String code) {
        return column.choices().stream().filter(choice -> choice.code().equals(code)).map(Choice::titles)
                .filter(titles -> !titles.isEmpty()).map(List::getFirst).findFirst().orElse(code);
    }
}
