package ru.nms.platform.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The columns of one kind of table. The same description reads a file, makes its template and explains it.
public final class Columns {

    private final Map<String, Column> byCode = new LinkedHashMap<>();
    private final Map<String, Column> byTitle = new LinkedHashMap<>();
    private final Map<String, Choices> choices = new LinkedHashMap<>();

    private Columns(List<Column> columns) {
        for (var column : columns) {
            if (byCode.put(column.code(), column) != null) {
                throw new IllegalArgumentException("Two columns have the code " + column.code() + ".");
            }
            choices.put(column.code(), new Choices(column.choices()));
            name(column, column.code());
            column.titles().forEach(title -> name(column, title));
        }
    }

    public static Columns of(Column... columns) {
        return new Columns(List.of(columns));
    }

    public static Columns of(List<Column> columns) {
        return new Columns(columns);
    }

    public List<Column> list() {
        return List.copyOf(byCode.values());
    }

    public List<String> titles() {
        return byCode.values().stream().map(Column::title).toList();
    }

    Column get(String code) {
        var column = byCode.get(code);
        if (column == null) {
            throw new IllegalArgumentException("There is no column " + code + ".");
        }
        return column;
    }

    Choices choices(String code) {
        var found = choices.get(code);
        if (found == null) {
            throw new IllegalArgumentException("There is no column " + code + ".");
        }
        return found;
    }

    /// The column with this title, alias or code, however it is spaced and cased.
    @Nullable Column titled(String title) {
        return byTitle.get(Texts.fold(title));
    }

    private void name(Column column, String title) {
        var other = byTitle.put(Texts.fold(title), column);
        if (other != null && !other.code().equals(column.code())) {
            throw new IllegalArgumentException("Columns " + other.code() + " and " + column.code() + " share a title.");
        }
    }
}
