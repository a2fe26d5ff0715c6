package ru.nms.diagnostics.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.person.PersonNumberStore.Named;
import ru.nms.diagnostics.rule.Round;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.list.Kind;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A row of a provider's file: one score of one person, on a scale as the provider calls it.
record ProviderRow(@Nullable UUID personId, @Nullable Named named, @Nullable String procedure, @Nullable String provider, @Nullable LocalDate takenOn,
                   @Nullable String code, @Nullable BigDecimal points, @Nullable BigDecimal maximum, @Nullable String round) {

    static final Columns COLUMNS = Columns.of(
            Column.text("personId", "Идентификатор человека", "ID человека"),
            Column.text("personCode", "Код человека", "Код участника").withHint("Если идентификатора нет: как человека называет организатор"),
            Column.text("procedure", "Процедура", "Диагностическая процедура").mandatory(),
            Column.text("provider", "Организатор", "Провайдер").mandatory(),
            Column.date("takenOn", "Дата", "Дата диагностики").mandatory(),
            Column.text("competence", "Компетенция организатора", "Шкала", "Компетенция").mandatory(),
            Column.of("points", Column.Kind.DECIMAL, "Баллы", "Набрано баллов").mandatory(),
            Column.of("maximum", Column.Kind.DECIMAL, "Максимум", "Максимальный балл").mandatory(),
            Column.text("round", "Раунд").withHint("Номер или короткий код; пустая ячейка оставляет прежний"));

    private static final Pattern PROCEDURE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
    private static final int WHOLE_DIGITS = 6;
    private static final int DECIMALS = 3;

    /// Whose, of what and when: rows with the same form one diagnosis.
    record Key(UUID personId, String procedure, String provider, LocalDate takenOn) {}

    /// The same for somebody whom nobody has named yet.
    record Unnamed(Named who, String procedure, LocalDate takenOn) {}

    static ProviderRow read(Row row) {
        return new ProviderRow(row.id("personId"), Named.read(row), row.text("procedure"), row.text("provider"), row.date("takenOn"), row.text("competence"),
                row.decimal("points"), row.decimal("maximum"), row.text("round"));
    }

    /// With the person whom its code means; without one where it means nobody.
    ProviderRow of(Map<Named, UUID> people) {
        return named == null ? this : new ProviderRow(people.get(named), named, procedure, provider, takenOn, code, points, maximum, round);
    }

    /// Nobody has said yet whom the provider means.
    boolean waits() {
        return named != null && personId == null;
    }

    /// Notes on the row what is wrong with it, but for its scale being unknown.
    boolean acceptable(Row row, Rulebook rules, boolean unknownPerson) {
        note(row, !unknownPerson, "personId", "unknown-person");
        note(row, procedure == null || PROCEDURE.matcher(procedure).matches(), "procedure", "pattern", PROCEDURE.pattern());
        if (takenOn != null) {
            note(row, !takenOn.isAfter(rules.today()), "takenOn", "taken-in-future", rules.today());
            if (provider != null) {
                rules.providers(takenOn).check("provider", provider, "diagnostics.providers")
                        .forEach(fault -> row.fault("provider", fault.code(), fault.args().toArray()));
            }
        }
        note(row, Round.fits(round), "round", "pattern", Round.FORM.pattern());
        note(row, fits(points), "points", "digits", WHOLE_DIGITS, DECIMALS);
        note(row, fits(maximum), "maximum", "digits", WHOLE_DIGITS, DECIMALS);
        if (points != null && maximum != null && row.faults().isEmpty()) {
            note(row, maximum.signum() > 0, "maximum", "positive");
            note(row, points.signum() >= 0, "points", "not-negative");
            note(row, points.compareTo(maximum) <= 0, "points", "above-maximum", maximum.toPlainString());
        }
        return row.faults().isEmpty();
    }

    private static void note(Row row, boolean holds, String column, String code, Object... args) {
        if (!holds) {
            row.fault(column, code, args);
        }
    }

    private static boolean fits(@Nullable BigDecimal number) {
        if (number == null) {
            return true;
        }
        var plain = number.stripTrailingZeros();
        return plain.scale() <= DECIMALS && (long) plain.precision() - plain.scale() <= WHOLE_DIGITS;
    }

    /// Only of an acceptable row.
    Key key() {
        return new Key(sure(personId), sure(procedure), sure(provider), sure(takenOn));
    }

    Unnamed unnamed() {
        return new Unnamed(sure(named), sure(procedure), sure(takenOn));
    }

    ProviderScore score() {
        return new ProviderScore(Kind.fold(sure(code)), sure(code), sure(points), sure(maximum));
    }

    private static <T> T sure(@Nullable T checked) {
        return Objects.requireNonNull(checked);
    }
}
