package ru.nms.platform.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The values of a coded column, by everything that people may write for them. A code is stronger than a title, the
/// earlier of two equal titles stronger than the later.
final class Choices {

    private static final int SHOWN = 12;

    private final Map<String, String> codes = new HashMap<>();
    private final String shown;

    Choices(List<Column.Choice> choices) {
        choices.forEach(choice -> codes.put(Texts.fold(choice.code()), choice.code()));
        choices.forEach(choice -> choice.titles().forEach(title -> codes.putIfAbsent(Texts.fold(title), choice.code())));
        this.shown = choices.stream().limit(SHOWN).map(Column.Choice::title).collect(Collectors.joining(", "))
                + (choices.size() > SHOWN ? ", …" : "");
    }

    @Nullable String find(String text) {
        return codes.get(Texts.fold(text));
    }

    /// The whole cell first: a title may itself have a comma.
    @Nullable List<String> findAll(String text) {
        var whole = find(text);
        if (whole != null) {
            return List.of(whole);
        }
        var found = Values.list(text).stream().map(this::find).distinct().toList();
        return found.contains(null) ? null : found;
    }

    /// For the text of a fault.
    String shown() {
        return shown;
    }
}
