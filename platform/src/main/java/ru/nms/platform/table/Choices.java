package ru.nms.platform.table;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Finds the code behind what a person wrote into a coded column.
final class Choices {

    private static final int SHOWN = 12;

    private Choices() {}

    static @Nullable String find(Column column, String text) {
        var wanted = Texts.fold(text);
        return column.choices().stream()
                .filter(choice -> Texts.fold(choice.code()).equals(wanted)
                        || choice.titles().stream().anyMatch(title -> Texts.fold(title).equals(wanted)))
                .map(Column.Choice::code)
                .findFirst().orElse(null);
    }

    /// The whole cell first: a title may itself have a comma.
    static @Nullable List<String> findAll(Column column, String text) {
        var whole = find(column, text);
        if (whole != null) {
            return List.of(whole);
        }
        var found = Values.list(text).stream().map(part -> find(column, part)).toList();
        return found.stream().anyMatch(code -> code == null) ? null : found.stream().distinct().toList();
    }

    static String shown(Column column) {
        return column.choices().stream().limit(SHOWN).map(Column.Choice::title).collect(Collectors.joining(", "))
                + (column.choices().size() > SHOWN ? ", …" : "");
    }
}
