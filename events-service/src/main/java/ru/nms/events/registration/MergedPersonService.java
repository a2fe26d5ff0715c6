package ru.nms.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.events.registration.MergedPersonStore.Erased;
import ru.nms.events.registration.MergedPersonStore.Moved;
import ru.nms.platform.fate.PersonTraces;

/// Registrations go on under the record that stays, and say so.
@Service
class MergedPersonService implements PersonTraces {

    private final MergedPersonStore store;
    private final OccasionStore occasions;
    private final SeatService seats;
    private final Clock clock;

    MergedPersonService(MergedPersonStore store, OccasionStore occasions, SeatService seats, Clock clock) {
        this.store = store;
        this.occasions = occasions;
        this.seats = seats;
        this.clock = clock;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID heir) {
        var now = clock.instant();
        return store.lock(from)
                .then(store.cancelTwins(from, heir, now).collectList())
                .zipWhen(twins -> store.move(from, heir, now).collectList())
                .flatMap(done -> tell(done.getT1(), done.getT2()));
    }

    /// Who came is still counted, as somebody; who was to come leaves a seat.
    @Override
    public Mono<Void> erase(UUID person) {
        return store.lock(person)
                .thenMany(store.erase(person, clock.instant())).collectList()
                .flatMap(gone -> Flux.fromIterable(gone).concatMap(one -> seats.sayGone(one.id(), one.version()))
                        .thenMany(gone.isEmpty() ? Flux.empty() : occasions.all(gone.stream().map(Erased::eventId).distinct().toList()))
                        .concatMap(seats::fill).then());
    }

    /// A seat that two had held for one is free.
    private Mono<Void> tell(List<Moved> twins, List<Moved> moved) {
        var all = Stream.concat(twins.stream(), moved.stream()).map(Moved::id).distinct().toList();
        return all.isEmpty() ? Mono.empty() : seats.sayAgain(all)
                .thenMany(twins.isEmpty() ? Flux.empty() : occasions.all(twins.stream().map(Moved::eventId).distinct().toList()))
                .concatMap(seats::fill).then();
    }
}
