package ru.nms.registry.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.organisation.ReorganisationStore.CarriedOut;

/// Carries acts of reorganisation out: closes and links organisations, and tells everybody.
@Service
class ReorganisationService {

    private final OrganisationStore store;
    private final ReorganisationStore acts;
    private final OrganisationService organisations;
    private final Clock clock;
    private final Tx tx;

    ReorganisationService(OrganisationStore store, ReorganisationStore acts, OrganisationService organisations, Clock clock,
                          Tx tx) {
        this.store = store;
        this.acts = acts;
        this.organisations = organisations;
        this.clock = clock;
        this.tx = tx;
    }

    Mono<List<Organisation>> carryOut(Reorganisation act) {
        var named = Stream.concat(act.predecessors().stream(), act.successors().stream()).distinct().toList();
        return tx.run(store.all(named).collectMap(Organisation::id)
                .doOnNext(known -> act.check(known).refuse())
                .map(known -> giveWay(act, known))
                .delayUntil(organisations::write)
                .delayUntil(done -> acts.keep(Ids.next(), act, clock.instant())));
    }

    /// What became of an organisation that the caller may see, and what it came from.
    Mono<List<CarriedOut>> of(Caller caller, UUID organisation) {
        return organisations.find(caller, organisation).flatMap(found -> acts.of(found.id()).collectList());
    }

    private List<Organisation> giveWay(Reorganisation act, Map<UUID, Organisation> known) {
        return act.predecessors().stream().distinct().map(id -> Objects.requireNonNull(known.get(id))
                .giveWay(act.successors(), act.kind().closes() ? act.on() : null, clock.instant())).toList();
    }
}
