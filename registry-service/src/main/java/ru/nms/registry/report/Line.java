package ru.nms.registry.report;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import ru.nms.platform.table.Table;

/// What one row of a query says, by the names that JSON has for its columns.
record Line(@JsonValue Map<String, @Nullable Object> values) {

    @Nullable Object get(String code) {
        return values.get(code);
    }

    @Nullable UUID id(String code) {
        return (UUID) values.get(code);
    }

    /// @param columns code and title, one after the other
    static Table<Line> table(String title, String... columns) {
        var table = Table.<Line>named(title);
        for (int i = 0; i < columns.length; i += 2) {
            var code = columns[i];
            table.column(code, columns[i + 1], line -> line.get(code));
        }
        return table;
    }
}
