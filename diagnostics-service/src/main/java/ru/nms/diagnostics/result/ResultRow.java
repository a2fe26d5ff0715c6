package ru.nms.diagnostics.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.person.PersonNumberStore.Named;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A row of an imported file: one score. Rows with the same person, procedure, provider and day form one result.
record ResultRow(Row row, Draft draft, @Nullable Named named) {

    static final Columns COLUMNS = Columns.of(
            Column.text("personId", "Идентификатор человека", "ID человека"),
            Column.text("personCode", "Код человека", "Номер человека")
                    .withHint("Если идентификатора нет: код у организатора или номер из файла людей"),
            Column.text("procedure", "Процедура", "Диагностическая процедура").mandatory(),
            Column.text("provider", "Организатор", "Провайдер").mandatory(),
            Column.date("takenOn", "Дата", "Дата диагностики").mandatory(),
            Column.text("competence", "Область компетенций", "Компетенция").mandatory(),
            Column.of("points", Column.Kind.DECIMAL, "Баллы", "Набрано баллов").mandatory(),
            Column.of("maximum", Column.Kind.DECIMAL, "Максимум", "Максимальный балл").mandatory(),
            Column.text("round", "Раунд").withHint("Федеральной оценки: номер или короткий код; пустая ячейка оставляет прежний"));

    static ResultRow read(Row row) {
        var score = new Draft.DraftScore(row.text("competence"), row.decimal("points"), row.decimal("maximum"));
        return new ResultRow(row, new Draft(row.id("personId"), row.text("procedure"), row.text("provider"), row.date("takenOn"),
                null, row.text("round"), List.of(score)), Named.read(row));
    }

    /// With the person whom its code means.
    ResultRow of(Map<Named, UUID> people) {
        if (named == null) {
            return this;
        }
        var person = people.get(named);
        if (person == null) {
            row.fault("personCode", "no-such-person", named.code());
        }
        return new ResultRow(row, new Draft(person, draft.procedure(), draft.provider(), draft.takenOn(), draft.occasion(),
                draft.round(), draft.scores()), named);
    }

    /// The same rules as for a single result; what is missing the row has told already.
    boolean acceptable(Rulebook rules, Collection<UUID> unknown) {
        draft.faults(rules, unknown.contains(draft.personId())).found().stream()
                .filter(fault -> !fault.code().equals("required"))
                .forEach(this::note);
        return row.faults().isEmpty();
    }

    private void note(Fault fault) {
        var column = fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1);
        row.fault(column, fault.code(), fault.args().toArray());
    }

    /// A provider's file told of it.
    void repeats() {
        row.fault("takenOn", "result-exists");
    }

    void contradicts() {
        row.fault("competence", "repeated-competence", String.valueOf(score().competence()));
    }

    void namesAnother(String round) {
        row.fault("round", "other-round", round);
    }

    Score score() {
        return draft.content().scores().getFirst();
    }
}
