package ru.nms.events.learnt;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;

/// People as far as this service knows them: for whom a caller may speak, and whose registrations they may see.
@Repository
public class PersonStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;
    private final KnownFates fates;

    PersonStore(DatabaseClient db, RegionCalendar calendar, KnownFates fates) {
        this.db = db;
        this.fates = fates;
        this.calendar = calendar;
    }

    /// Themselves, and the people their roles answer for, as a condition on a column that holds a person.
    public Scope.Condition speaksFor(Caller caller, String person) {
        return KnownFates.shown(scope(caller, caller.is(Role.COORDINATOR)).on(columns(person)), person);
    }

    public Scope.Condition sees(Caller caller, String person) {
        return KnownFates.shown(scope(caller, caller.is(Role.COORDINATOR, Role.MINISTRY)).on(columns(person)), person);
    }

    /// Refuses a person for whom the caller may not speak exactly as one who does not exist. Who signs up themselves
    /// needs no registry, and before the registry was ever heard of, the coordinator's word is enough.
    public Mono<Void> requireSpokenFor(Caller caller, UUID person) {
        if (person.equals(caller.personId())) {
            return fates.shows(person).filter(Boolean::booleanValue).switchIfEmpty(Mono.error(() -> Refusal.notFound("person"))).then();
        }
        var allowed = speaksFor(caller, "CAST(:person AS uuid)");
        return allowed.bind(db.sql("""
                SELECT 1 AS found
                 WHERE %s
                   AND (EXISTS (SELECT FROM person p WHERE p.id = :person AND NOT p.deleted)
                        OR NOT EXISTS (SELECT FROM projection_progress WHERE topic = :topic))
                """.formatted(allowed.sql())))
                .bind("person", person)
                .bind("topic", PersonChanged.TOPIC.name())
                .fetch().one()
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("person")))
                .then();
    }

    private static Scope scope(Caller caller, boolean region) {
        return new Scope(region,
                caller.is(Role.MUNICIPALITY) ? caller.municipalityId() : null,
                caller.is(Role.ORGANISATION) ? caller.organisationId() : null,
                caller.is(Role.METHODIST) ? caller.personId() : null,
                caller.personId());
    }

    private Scope.Columns columns(String person) {
        var today = calendar.today();
        return new Scope.Columns(
                "EXISTS (SELECT FROM person_post post WHERE post.person_id = %s AND post.municipality_id = :scope AND %s)"
                        .formatted(person, holds("post", today)),
                "EXISTS (SELECT FROM person_post post WHERE post.person_id = %s AND post.organisation_id = :scope AND %s)"
                        .formatted(person, holds("post", today)),
                ("EXISTS (SELECT FROM assignment a WHERE a.person_id = %s AND a.methodist_person_id = :scope"
                        + " AND NOT a.deleted AND %s)").formatted(person, holds("a", today)),
                person + " = :scope");
    }

    private static String holds(String alias, LocalDate day) {
        return "%1$s.since <= DATE '%2$s' AND (%1$s.until IS NULL OR %1$s.until > DATE '%2$s')".formatted(alias, day);
    }
}
