package ru.nms.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.events.learnt.PersonStore;
import ru.nms.events.registration.Registration.Attendance;
import ru.nms.events.registration.Registration.Command;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Registering, cancelling and attending: each takes the event's lock first, so that seats are counted by one at a time.
/// The answer is read in the same transaction: nothing can fail between the commit and the answer.
@Service
class RegistrationService {

    private final OccasionStore occasions;
    private final RegistrationStore store;
    private final RegistrationReadStore reads;
    private final PersonStore people;
    private final SeatService seats;
    private final Tx tx;
    private final Clock clock;

    RegistrationService(OccasionStore occasions, RegistrationStore store, RegistrationReadStore reads, PersonStore people,
                        SeatService seats, Tx tx, Clock clock) {
        this.occasions = occasions;
        this.store = store;
        this.reads = reads;
        this.people = people;
        this.seats = seats;
        this.tx = tx;
        this.clock = clock;
    }

    Mono<RegistrationView> register(Caller caller, UUID event, UUID person) {
        return tx.run(people.requireSpokenFor(caller, person)
                .then(Mono.defer(() -> occasions.lock(caller, event)))
                .flatMap(occasion -> store.seats(event, person)
                        .map(taken -> take(occasion, person, taken))
                        .delayUntil(store::insert)
                        .delayUntil(fresh -> seats.announce(occasion, List.of(fresh))))
                .flatMap(fresh -> reads.show(caller, event, fresh.id())));
    }

    private Registration take(Occasion occasion, UUID person, RegistrationStore.Seats taken) {
        if (taken.existing() != null) {
            throw Refusal.conflict("registration.exists").with("existing", taken.existing());
        }
        var now = clock.instant();
        occasion.requireOpen(now);
        return Registration.of(Ids.next(), occasion.id(), person, taken.confirmed() < occasion.capacity(), now);
    }

    /// Gives the seat to the first of the waiting list.
    Mono<RegistrationView> cancel(Caller caller, UUID event, UUID id, IfMatch match) {
        return tx.run(reads.requireSpokenFor(caller, event, id)
                .then(Mono.defer(() -> occasions.lock(caller, event)))
                .flatMap(occasion -> change(occasion, id, match, new Command.Cancel())
                        .doOnNext(_ -> occasion.requireAhead(clock.instant()))
                        .delayUntil(_ -> seats.fill(occasion)))
                .flatMap(given -> reads.show(caller, event, given.id())));
    }

    Mono<RegistrationView> attend(Caller caller, UUID event, UUID id, IfMatch match, Attendance attendance) {
        return tx.run(occasions.requireMine(caller, event)
                .then(Mono.defer(() -> occasions.lock(caller, event)))
                .flatMap(occasion -> change(occasion, id, match, new Command.Attend(attendance))
                        .doOnNext(_ -> occasion.requireStarted(clock.instant())))
                .flatMap(seen -> reads.show(caller, event, seen.id())));
    }

    /// The rules of the registration are asked first: they say more than "too early" or "too late".
    private Mono<Registration> change(Occasion occasion, UUID id, IfMatch match, Command command) {
        return store.find(occasion.id(), id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("registration")))
                .doOnNext(registration -> match.requires(registration.version()))
                .flatMap(registration -> {
                    var changed = registration.on(command, clock.instant());
                    return changed.equals(registration) ? Mono.just(registration)
                            : store.update(List.of(changed)).then(seats.announce(occasion, List.of(changed)))
                                    .thenReturn(changed);
                });
    }
}
