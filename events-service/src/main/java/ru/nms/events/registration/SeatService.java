package ru.nms.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.events.registration.Registration.Command;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Refusal;

/// Gives free seats to those who wait, and lets registrations follow what happens to their event. Runs inside the
/// transaction of its caller, under the lock of the event's row.
@Service
public class SeatService {

    private final RegistrationStore store;
    private final OccasionStore occasions;
    private final Outbox outbox;
    private final Clock clock;

    SeatService(RegistrationStore store, OccasionStore occasions, Outbox outbox, Clock clock) {
        this.store = store;
        this.occasions = occasions;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Mono<Long> confirmed(UUID event) {
        return store.confirmed(event);
    }

    /// After a change of the event: a greater capacity lets people in, a cancelled event ends every registration, and
    /// what participations tell of the event is told anew.
    public Mono<Void> follow(Occasion before, Occasion now) {
        if (now.isCancelled()) {
            return store.living(now.id()).collectList().flatMap(all -> cancel(now, all));
        }
        return fill(now).then(now.readsLike(before) ? Mono.empty()
                : store.living(now.id()).collectList().flatMap(all -> change(now, all, new Command.Retell())));
    }

    /// Promotes the first of the waiting list while there are free seats and the event has not begun.
    Mono<Void> fill(Occasion occasion) {
        if (!occasion.isPublished() || !clock.instant().isBefore(occasion.startsAt())) {
            return Mono.empty();
        }
        return store.next(occasion.id(), occasion.capacity()).collectList()
                .flatMap(first -> change(occasion, first, new Command.Confirm()));
    }

    private Mono<Void> cancel(Occasion occasion, List<Registration> all) {
        if (all.stream().anyMatch(one -> one.attendance() != null)) {
            return Mono.error(Refusal.conflict("event.attended").with("possible", List.of("closing")));
        }
        return change(occasion, all, new Command.Cancel());
    }

    private Mono<Void> change(Occasion occasion, List<Registration> some, Command command) {
        if (some.isEmpty()) {
            return Mono.empty();
        }
        var changed = some.stream().map(one -> one.on(command, clock.instant())).toList();
        return store.update(changed).then(announce(occasion, changed));
    }

    Mono<Void> announce(Occasion occasion, List<Registration> some) {
        return outbox.addAll(ParticipationChanged.TOPIC,
                some.stream().map(one -> event(occasion, one)).toList());
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).collectList().flatMap(registrations ->
                occasions.all(registrations.stream().map(Registration::eventId).distinct().toList())
                        .collectMap(Occasion::id)
                        .flatMap(byId -> outbox.addAll(ParticipationChanged.TOPIC, registrations.stream()
                                .map(one -> event(Objects.requireNonNull(byId.get(one.eventId())), one)).toList())));
    }

    Mono<Void> sayGone(UUID registration, long version) {
        return outbox.gone(ParticipationChanged.TOPIC, registration, version);
    }

    private static Function<Stamp, ParticipationChanged> event(Occasion occasion, Registration one) {
        var seen = one.attendance();
        return stamp -> new ParticipationChanged(stamp.eventId(), one.id(), stamp.epoch(), one.version(),
                stamp.occurredAt(), occasion.id(), one.personId(), one.status().name(), seen == null ? null : seen.name(),
                occasion.kind(), occasion.competences(), occasion.endsAt());
    }
}
