package ru.nms.platform.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// What a list shows as a table: its columns, and how the cell of each is taken from an item. The codes are those of the
/// same values in JSON.
///
/// ```
/// Table.<View>named("people")
///      .column("lastName", "Фамилия", View::lastName)
/// ```
public final class Table<T> {

    /// The title of the column of ids. A file that is imported may have it; it says nothing there.
    public static final String IDENTIFIER = "Идентификатор";

    private record Cell<T>(String title, Function<? super T, ? extends @Nullable Object> value) {}

    private final Map<String, Cell<T>> cells = new LinkedHashMap<>();
    private final String name;

    private Table(String name) {
        this.name = name;
    }

    /// @param name of the file, without its ending
    public static <T> Table<T> named(String name) {
        return new Table<>(name);
    }

    /// @param value text, number, date, local time, yes or no, several of them in a collection, or nothing
    public Table<T> column(String code, String title, Function<? super T, ? extends @Nullable Object> value) {
        if (cells.put(code, new Cell<>(title, value)) != null) {
            throw new IllegalArgumentException("Two columns have the code " + code + ".");
        }
        return this;
    }

    public String name() {
        return name;
    }

    public List<String> titles() {
        return cells.values().stream().map(Cell::title).toList();
    }

    @SuppressWarnings("NullAway")   // an empty cell is null, which List<?> cannot say
    public List<?> row(T item) {
        return cells.values().stream().map(cell -> cell.value().apply(item)).toList();
    }
}
