package ru.nms.platform.register;

import java.util.ArrayList;
import java.util.List;
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

    List<?> row(RegisterStore.Named<?> named) {
        var content = json.<JsonNode>valueToTree(named.entry().content());
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(named.entry().id());
        for (var column : register.columns.list()) {
            var name = named.names().get(column.code());
            cells.add(cell(column, name == null ? content.get(column.code()) : name));
        }
        return cells;
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
