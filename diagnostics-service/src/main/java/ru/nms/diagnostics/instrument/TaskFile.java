package ru.nms.diagnostics.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.scoring.Criterion;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A task as a row of a file: options are numbered, what they are paired with has letters, the key names both.
final class TaskFile {

    static final Columns COLUMNS = Columns.of(Stream.of(
            Stream.of(Column.text("instrument", "Инструмент", "Код инструмента").mandatory().withHint("Код; строки идут в его проект"),
                    Column.text("block", "Блок").mandatory(),
                    Column.of("variant", Column.Kind.INTEGER, "Вариант").withHint("Пусто — задание во всех вариантах"),
                    Column.of("number", Column.Kind.INTEGER, "Номер").mandatory(),
                    Column.coded("kind", Arrays.stream(TaskKind.values()).map(TaskFile::choice).toList(), "Вид").mandatory(),
                    Column.text("competence", "Компетенция").mandatory().withHint("Код компетенции рамки"),
                    Column.text("stem", "Задание").mandatory(),
                    Column.of("points", Column.Kind.INTEGER, "Баллы").mandatory()),
            IntStream.rangeClosed(1, 10).mapToObj(n -> Column.text("option" + n, "Ответ " + n)),
            letters().map(letter -> Column.text("target" + letter, "Пара " + letter)),
            IntStream.rangeClosed(1, 5).mapToObj(n -> Column.text("criterion" + n, "Критерий " + n).withExample("Полнота (2×3)")
                    .withHint("Название и в скобках вес × наибольшая оценка")),
            Stream.of(Column.text("key", "Ключ").hidden().withExample("1-Б; 2-А")
                            .withHint("Номера верных ответов; порядок номеров; пары 1-Б; число; допустимые тексты через ;"),
                    Column.of("tolerance", Column.Kind.DECIMAL, "Погрешность").hidden()))
            .flatMap(columns -> columns).toList());

    private static final Pattern CRITERION = Pattern.compile("(.+?)\\s*\\(\\s*(\\d{1,3})\\s*[×xх*]\\s*(\\d{1,2})\\s*\\)");
    private static final Pattern PAIR = Pattern.compile("(\\d{1,2})\\s*[-–—]\\s*([А-ЯA-Z])");

    private TaskFile() {}

    private static Stream<String> letters() {
        return "АБВГДЕЖЗ".chars().mapToObj(Character::toString);
    }

    static Choice choice(TaskKind kind) {
        return Choice.of(kind.name(), switch (kind) {
            case SINGLE_CHOICE -> "Один ответ";
            case MULTIPLE_CHOICE -> "Несколько ответов";
            case ORDERING -> "Порядок";
            case MATCHING -> "Соответствие";
            case NUMBER -> "Число";
            case SHORT_TEXT -> "Краткий ответ";
            case OPEN -> "Развёрнутый ответ";
        });
    }

    /// What a row says.
    ///
    /// @param key absent when the row leaves it open
    record Line(Task task, @Nullable Key key) {}

    /// Null when the row cannot be read; then its faults say why.
    static @Nullable Line read(Row row, UUID instrument) {
        var block = row.text("block");
        var variant = row.integer("variant");
        var number = row.integer("number");
        var kind = row.code("kind");
        var competence = row.text("competence");
        var stem = row.text("stem");
        var points = row.integer("points");
        var options = options(row, "option", IntStream.rangeClosed(1, 10).mapToObj(String::valueOf));
        var targets = options(row, "target", letters());
        var criteria = criteria(row);
        if (!row.faults().isEmpty() || block == null || number == null || kind == null || competence == null || stem == null || points == null) {
            return null;
        }
        var task = new Task(instrument, block, variant == null ? null : small(variant), small(number), TaskKind.valueOf(kind), competence,
                stem, options, targets, small(points), criteria, 0);
        var key = key(row, task.kind());
        return row.faults().isEmpty() ? new Line(task, key) : null;
    }

    /// Beyond every bound stays beyond every bound.
    private static int small(long number) {
        return (int) Math.clamp(number, -1, Integer.MAX_VALUE);
    }

    private static List<Option> options(Row row, String column, Stream<String> codes) {
        return codes.flatMap(code -> {
            var text = row.text(column + code);
            return text == null ? Stream.empty() : Stream.of(new Option(code, text));
        }).toList();
    }

    private static List<Criterion> criteria(Row row) {
        var found = new ArrayList<Criterion>();
        for (int n = 1; n <= 5; n++) {
            var text = row.text("criterion" + n);
            if (text != null) {
                var parts = CRITERION.matcher(text);
                if (parts.matches()) {
                    found.add(new Criterion("K" + n, parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
                } else {
                    row.fault("criterion" + n, "unreadable-criterion");
                }
            }
        }
        return found;
    }

    private static @Nullable Key key(Row row, TaskKind kind) {
        var text = row.text("key");
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> new Key(row.list("key"), null, null, null, null, null);
            case ORDERING -> new Key(null, row.list("key"), null, null, null, null);
            case MATCHING -> pairs(row);
            case NUMBER -> new Key(null, null, null, row.decimal("key"), row.decimal("tolerance"), null);
            case SHORT_TEXT -> new Key(null, null, null, null, null, row.list("key"));
            case OPEN -> {
                row.fault("key", "not-allowed");
                yield null;
            }
        };
    }

    private static @Nullable Key pairs(Row row) {
        var pairs = new java.util.LinkedHashMap<String, String>();
        for (var text : row.list("key")) {
            var pair = PAIR.matcher(text);
            if (!pair.matches() || pairs.put(pair.group(1), pair.group(2)) != null) {
                row.fault("key", "no-valid-key");
                return null;
            }
        }
        return new Key(null, null, pairs, null, null, null);
    }
}
