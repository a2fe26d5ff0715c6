package ru.nms.iom.person;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.region.RegionCalendar;

/// Reads what was learnt about people, within a scope.
@Repository
public class PersonStore {

    private static final UUID NOBODY = new UUID(0, 0);

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    PersonStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// Whose rows of a table with a person's id a caller may see. The conditions mention `:today`.
    ///
    /// @param person the column with the person's id
    public static Scope.Condition visible(Caller caller, String person) {
        return KnownFates.shown(Scope.of(caller).on(new Scope.Columns(
                post(person, "p.municipality_id = :scope"),
                post(person, "p.organisation_id = :scope"),
                """
                EXISTS (SELECT 1 FROM assignment_copy a
                         WHERE a.person_id = %s AND a.methodist_person_id = :scope AND NOT a.deleted
                           AND a.since <= :today AND (a.until IS NULL OR a.until > :today))""".formatted(person),
                person + " = :scope")), person);
    }

    /// A condition on a post that the person holds today.
    public static String post(String person, String condition) {
        return """
                EXISTS (SELECT 1 FROM person_post p
                         WHERE p.person_id = %s AND %s
                           AND p.since <= :today AND (p.until IS NULL OR p.until > :today))""".formatted(person, condition);
    }

    public Mono<Person> find(UUID id, Caller caller) {
        var scope = visible(caller, "c.id");
        return scope.bind(db.sql("""
                SELECT c.id, i.last_name, i.first_name, i.patronymic, p.organisation_id, o.name AS organisation,
                       p.municipality_id, m.name AS municipality, p.position, p.teaching, p.subjects
                  FROM person_copy c
                  LEFT JOIN person_identity_copy i ON i.id = c.id AND NOT i.deleted
                  LEFT JOIN person_post p ON p.person_id = c.id
                        AND p.since <= :today AND (p.until IS NULL OR p.until > :today)
                  LEFT JOIN organisation_copy o ON o.id = p.organisation_id AND NOT o.deleted
                  LEFT JOIN municipality_copy m ON m.id = p.municipality_id AND NOT m.deleted
                 WHERE c.id = :id AND NOT c.deleted AND %s
                 ORDER BY p.since, p.organisation_id
                """.formatted(scope.sql())))
                .bind("id", id)
                .bind("today", calendar.today())
                .map(row -> new Person(id, name(row), posts(row)))
                .all()
                .reduce((one, other) -> new Person(id, one.name(),
                        java.util.stream.Stream.concat(one.posts().stream(), other.posts().stream()).toList()));
    }

    /// In which capacities the caller may act for this person. Nobody acts as an authority on their own route.
    public Mono<Set<Actor>> actors(Caller caller, UUID person) {
        return db.sql("""
                SELECT %s AS organisation,
                       EXISTS (SELECT 1 FROM assignment_copy a
                                WHERE a.person_id = :person AND a.methodist_person_id = :caller AND NOT a.deleted
                                  AND a.since <= :today AND (a.until IS NULL OR a.until > :today)) AS methodist
                """.formatted(post(":person", "p.organisation_id = :organisation")))
                .bind("person", person)
                .bind("organisation", Objects.requireNonNullElse(caller.organisationId(), NOBODY))
                .bind("caller", Objects.requireNonNullElse(caller.personId(), NOBODY))
                .bind("today", calendar.today())
                .map(row -> actors(caller, person.equals(caller.personId()), yes(row, "organisation"), yes(row, "methodist")))
                .one();
    }

    private static Set<Actor> actors(Caller caller, boolean self, boolean ownOrganisation, boolean assigned) {
        var actors = EnumSet.noneOf(Actor.class);
        if (self) {
            if (caller.is(Role.TEACHER)) {
                actors.add(Actor.PERSON);
            }
            return actors;
        }
        if (ownOrganisation && caller.is(Role.ORGANISATION)) {
            actors.add(Actor.ORGANISATION);
        }
        if (assigned && caller.is(Role.METHODIST)) {
            actors.add(Actor.METHODIST);
        }
        if (caller.is(Role.COORDINATOR)) {
            actors.add(Actor.COORDINATOR);
        }
        return actors;
    }

    private static boolean yes(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    private static Person.@Nullable Name name(Readable row) {
        var last = row.get("last_name", String.class);
        var first = row.get("first_name", String.class);
        return last == null || first == null ? null : new Person.Name(last, first, row.get("patronymic", String.class));
    }

    private static List<Person.Post> posts(Readable row) {
        var organisation = row.get("organisation_id", UUID.class);
        return organisation == null ? List.of() : List.of(new Person.Post(organisation,
                row.get("organisation", String.class), row.get("municipality_id", UUID.class),
                row.get("municipality", String.class), Objects.requireNonNull(row.get("position", String.class)),
                yes(row, "teaching"), Arrays.asList(Objects.requireNonNull(row.get("subjects", String[].class)))));
    }
}
