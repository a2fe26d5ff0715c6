package ru.nms.diagnostics.person;

import java.util.LinkedHashMap;
import java.util.UUID;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.KnownFates;

/// Whose diagnostic data a caller may see, as a condition of every query: the person's own; those who work here today,
/// for their organisation and municipality; those accompanied today, for their methodist; everybody, for the region.
///
/// The query must offer the day as `t.day`: join [#TODAY] and bind `today`.
public final class Visibility {

    public static final String TODAY = "CROSS JOIN (SELECT CAST(:today AS date) AS day) AS t";

    private static final String POST = """
            EXISTS (SELECT FROM person_post post
                     WHERE post.person_id = %s AND post.%s AND post.since <= t.day
                       AND (post.until IS NULL OR post.until > t.day))""";

    private static final String ASSIGNMENT = """
            EXISTS (SELECT FROM assignment a
                     WHERE a.person_id = %s AND a.methodist_person_id = :scope AND NOT a.deleted
                       AND a.since <= t.day AND (a.until IS NULL OR a.until > t.day))""";

    private Visibility() {}

    /// @param person the column with the person's id
    public static Scope.Condition of(Caller caller, String person) {
        return KnownFates.shown(Scope.of(caller).on(new Scope.Columns(
                worksIn(person, "municipality_id = :scope"),
                worksIn(person, "organisation_id = :scope"),
                ASSIGNMENT.formatted(person),
                person + " = :scope")), person);
    }

    /// The same, but a person whom the registry has not named yet is a matter of the coordinator and of that person.
    public static Scope.Condition ofKnown(Caller caller, String person) {
        var all = of(caller, person);
        if (caller.is(Role.COORDINATOR)) {
            return all;
        }
        var known = "EXISTS (SELECT FROM person k WHERE k.id = %s AND NOT k.deleted)".formatted(person);
        var self = caller.personId();
        if (self == null) {
            return new Scope.Condition("(%s AND %s)".formatted(all.sql(), known), all.values());
        }
        var values = new LinkedHashMap<String, UUID>(all.values());
        values.put("self", self);
        return new Scope.Condition("(%s AND (%s = :self OR %s))".formatted(all.sql(), person, known), values);
    }

    /// At which places of work a caller may count people: who answers for a place, at this place alone; others at all.
    public static Scope.Condition at(Caller caller, String person, String post) {
        return Scope.of(caller).on(new Scope.Columns(post + ".municipality_id = :scope", post + ".organisation_id = :scope",
                ASSIGNMENT.formatted(person), caller.is(Role.ORGANISATION, Role.MUNICIPALITY) ? null : person + " = :scope"));
    }

    /// The condition that the person holds a post today, for filters: `organisation_id = :organisationId`.
    public static String worksIn(String person, String where) {
        return POST.formatted(person, where);
    }
}
