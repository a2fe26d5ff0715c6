package ru.nms.diagnostics.person;

import java.util.List;

import ru.nms.platform.table.Column.Choice;

/// Values that files name in words.
final class FileColumns {

    static final List<Choice> FLAGS = List.of(Choice.of("LOW_RESULTS", "Низкие результаты", "ШНОР"),
            Choice.of("DISADVANTAGED", "Неблагоприятные социальные условия", "ШНСУ"));

    static final List<Choice> CATEGORIES = List.of(Choice.of("NONE", "Без категории", "Нет"),
            Choice.of("SUITABLE", "Соответствие занимаемой должности", "СЗД"), Choice.of("FIRST", "Первая"), Choice.of("HIGHEST", "Высшая"),
            Choice.of("METHODIST", "Педагог-методист"), Choice.of("MENTOR", "Педагог-наставник"));

    private FileColumns() {}
}
