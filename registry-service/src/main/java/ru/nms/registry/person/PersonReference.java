package ru.nms.registry.person;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// People in the fields of registers. In files: the full name, with the date of birth in parentheses where two people
/// have the same one.
public final class PersonReference {

    /// Whoever may place people may name those who ever worked there.
    private static final Scope.Columns VISIBLE = new Scope.Columns(
            "EXISTS (SELECT FROM post s WHERE s.person_id = r.id AND s.municipality_id = :scope)",
            "EXISTS (SELECT FROM post s WHERE s.person_id = r.id AND s.organisation_id = :scope)",
            """
            EXISTS (SELECT FROM assignment a JOIN methodist m ON m.id = a.methodist_id
                     WHERE a.person_id = r.id AND m.person_id = :scope)""",
            "r.id = :scope");

    public static final Reference PERSON = new Reference("person", "person r", PersonReference::living,
            "ARRAY[r.name_key, fold_name(r.name_key || to_char(r.birth_date, ' (DD.MM.YYYY)'))]",
            "r.name_key = ANY (:bare) AND NOT r.deleted",
            "concat_ws(' ', r.last_name, r.first_name, r.patronymic)");

    private PersonReference() {}

    private static Scope.Condition living(Caller caller) {
        var seen = Scope.of(caller).on(VISIBLE);
        return new Scope.Condition("NOT r.deleted AND " + seen.sql(), seen.values());
    }

    /// Whose entries a caller sees in a register about people.
    ///
    /// @param column of the person in its table, for example `e.person_id`
    public static Function<Caller, Scope.Condition> visible(String column) {
        var columns = new Scope.Columns(about(VISIBLE.municipality(), column), about(VISIBLE.organisation(), column),
                about(VISIBLE.assigned(), column), about(VISIBLE.self(), column));
        return caller -> Scope.of(caller).on(columns);
    }

    private static String about(@Nullable String condition, String column) {
        return Objects.requireNonNull(condition).replace("r.id", column);
    }
}
