package ru.nms.events.event;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.EventChanged;
import ru.nms.events.event.Event.Command;
import ru.nms.events.event.Event.Details;
import ru.nms.events.learnt.OrganiserStore;
import ru.nms.events.learnt.OrganiserStore.Standing;
import ru.nms.events.registration.Occasion;
import ru.nms.events.registration.SeatService;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// One use case is one transaction: load, decide, store, announce, let registrations follow, and read the answer, so
/// that nothing can fail between the commit and the answer.
@Service
class EventService {

    private final EventStore store;
    private final OrganiserStore organisers;
    private final SeatService seats;
    private final Outbox outbox;
    private final Tx tx;
    private final Clock clock;
    private final RegionProfile region;

    EventService(EventStore store, OrganiserStore organisers, SeatService seats, Outbox outbox, Tx tx, Clock clock,
                 RegionProfile region) {
        this.store = store;
        this.organisers = organisers;
        this.seats = seats;
        this.outbox = outbox;
        this.tx = tx;
        this.clock = clock;
        this.region = region;
    }

    Mono<EventView> create(Caller caller, EventDraft draft) {
        return details(caller, draft)
                .map(details -> Event.draft(Ids.next(), details, clock.instant()))
                .flatMap(event -> tx.run(store.insert(event).then(announce(event))
                        .then(Mono.defer(() -> store.show(caller, event.id())))));
    }

    Mono<EventView> change(Caller caller, UUID id, IfMatch match, EventDraft draft) {
        return mine(caller, id)
                .then(Mono.defer(() -> details(caller, draft)))
                .flatMap(details -> change(caller, id, match, new Command.Change(details)));
    }

    Mono<EventView> change(Caller caller, UUID id, IfMatch match, Command command) {
        return tx.run(mine(caller, id)
                .doOnNext(event -> match.requires(event.version()))
                .flatMap(event -> {
                    var changed = event.on(command, clock.instant());
                    return changed.equals(event) ? Mono.just(event) : keep(event, changed);
                })
                .flatMap(event -> store.show(caller, event.id())));
    }

    /// Not found when it does not exist for the caller, forbidden when they see it and another runs it.
    private Mono<Event> mine(Caller caller, UUID id) {
        return store.lock(caller, id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("event")))
                .filter(EventStore.Found::mine)
                .switchIfEmpty(Mono.error(Refusal::forbidden))
                .map(EventStore.Found::event);
    }

    private Mono<Event> keep(Event before, Event changed) {
        return seats.confirmed(changed.id())
                .filter(confirmed -> confirmed <= changed.details().capacity())
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(Fault.at("/capacity", "event.capacity-below-confirmed"))))
                .then(store.update(changed))
                .then(announce(changed))
                .then(Mono.defer(() -> seats.follow(occasion(before), occasion(changed))))
                .thenReturn(changed);
    }

    private Mono<Details> details(Caller caller, EventDraft draft) {
        var rules = new EventRules(region);
        var organiser = draft.organiserId();
        var check = organiser == null ? Mono.just(Optional.<Fault>empty())
                : organisers.standing(caller, organiser).map(EventService::fault);
        return check.map(fault -> rules.check(draft, fault));
    }

    private static Optional<Fault> fault(Standing standing) {
        if (!standing.mine()) {
            return Optional.of(Fault.at("/organiserId", "event.organiser-not-yours"));
        }
        return standing.known() ? Optional.empty() : Optional.of(Fault.at("/organiserId", "event.organiser-unknown"));
    }

    private static Occasion occasion(Event event) {
        var details = event.details();
        return new Occasion(event.id(), details.kind().name(), details.competences(), details.startsAt(), details.endsAt(),
                details.registrationUntil(), details.capacity(), event.status().name());
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).collectList().flatMap(events ->
                outbox.addAll(EventChanged.TOPIC, events.stream().map(EventService::told).toList()));
    }

    private Mono<Void> announce(Event event) {
        return outbox.add(EventChanged.TOPIC, told(event));
    }

    private static Function<Stamp, EventChanged> told(Event event) {
        var details = event.details();
        return stamp -> new EventChanged(stamp.eventId(), event.id(), stamp.epoch(), event.version(), stamp.occurredAt(),
                details.kind().name(), details.level(), details.title(), details.organiserId(), details.startsAt(),
                details.endsAt(), details.mode().name(), details.capacity(), details.competences(), event.status().name(),
                details.groupingUnit(), details.groupingTask());
    }
}
