package ru.nms.events.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.events.learnt.OrganiserScope;
import ru.nms.events.learnt.PersonStore;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.problem.Refusal;

/// All SQL that shows registrations, each query with the scope of its caller.
@Repository
class RegistrationReadStore {

    private static final String FROM = "FROM registration r JOIN event e ON e.id = r.event_id";

    private static final Listing OWN = Listing.of("registrations", "r.id", FROM)
            .sort("createdAt", "r.queued", Kind.NUMBER)
            .sort("startsAt", "e.starts_at", Kind.INSTANT)
            .filter("personId", "r.person_id = :personId", Kind.ID)
            .filter("eventId", "r.event_id = :eventId", Kind.ID)
            .filter("status", "r.status = :status", Kind.TEXT)
            .filter("attendance", "r.attendance = :attendance", Kind.TEXT);

    private static final Listing PARTICIPANTS = Listing.of("participants", "r.id",
                    FROM + " LEFT JOIN person_identity n ON n.id = r.person_id AND NOT n.deleted")
            .sort("createdAt", "r.queued", Kind.NUMBER)
            .sort("name", "lower(coalesce(n.last_name || ' ' || n.first_name, ''))", Kind.TEXT)
            .filter("status", "r.status = :status", Kind.TEXT)
            .filter("attendance", "r.attendance = :attendance", Kind.TEXT);

    private final DatabaseClient db;
    private final Lists lists;
    private final PersonStore people;

    RegistrationReadStore(DatabaseClient db, Lists lists, PersonStore people) {
        this.db = db;
        this.lists = lists;
        this.people = people;
    }

    /// Registrations of the people whom the caller answers for.
    Selection<RegistrationView> own(ListRequest request, Caller caller) {
        return lists.select(OWN, request, RegistrationView.COLUMNS, living(people.sees(caller, "r.person_id")), RegistrationView::of);
    }

    /// The participants of one event, for those who run it.
    Selection<ParticipantView> participants(ListRequest request, Caller caller, UUID event) {
        var mine = OrganiserScope.on(caller, "e.organiser_id");
        return lists.select(PARTICIPANTS, request, ParticipantView.COLUMNS,
                living(new Scope.Condition("r.event_id = :event AND " + mine.sql(), mine.values())), Map.of("event", event),
                ParticipantView::of);
    }

    /// One registration of this event, for its person, for those who answer for the person, and for the organiser.
    Mono<RegistrationView> show(Caller caller, UUID event, UUID id) {
        var seen = living(either(people.sees(caller, "r.person_id"), OrganiserScope.on(caller, "e.organiser_id")));
        return seen.bind(db.sql("SELECT %s %s WHERE r.id = :id AND r.event_id = :event AND %s"
                        .formatted(RegistrationView.COLUMNS, FROM, seen.sql())))
                .bind("id", id)
                .bind("event", event)
                .map(RegistrationView::of)
                .one()
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("registration")));
    }

    /// Refuses, as if it did not exist, a registration of someone for whom the caller may not speak.
    Mono<Void> requireSpokenFor(Caller caller, UUID event, UUID id) {
        var allowed = living(either(people.speaksFor(caller, "r.person_id"), OrganiserScope.on(caller, "e.organiser_id")));
        return allowed.bind(db.sql("SELECT 1 AS found %s WHERE r.id = :id AND r.event_id = :event AND %s"
                        .formatted(FROM, allowed.sql())))
                .bind("id", id)
                .bind("event", event)
                .fetch().one()
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("registration")))
                .then();
    }

    /// Of people who are neither blocked nor destroyed.
    private static Scope.Condition living(Scope.Condition seen) {
        return KnownFates.shown(new Scope.Condition("(NOT r.deleted AND %s)".formatted(seen.sql()), seen.values()), "r.person_id");
    }

    /// Parameters of one name have one value: both come from the same caller.
    private static Scope.Condition either(Scope.Condition one, Scope.Condition other) {
        var values = new LinkedHashMap<>(one.values());
        values.putAll(other.values());
        return new Scope.Condition("(%s OR %s)".formatted(one.sql(), other.sql()), values);
    }
}
