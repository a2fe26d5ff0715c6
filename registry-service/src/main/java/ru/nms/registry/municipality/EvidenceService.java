package ru.nms.registry.municipality;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.municipality.EvidenceResource.Evidence;
import ru.nms.registry.municipality.EvidenceStore.Stored;

/// Recording what bears out a type of territory.
@Service
class EvidenceService {

    private final EvidenceStore store;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    EvidenceService(EvidenceStore store, Clock clock, Outbox outbox, Tx tx) {
        this.store = store;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Stored> find(UUID municipality) {
        return store.find(municipality).switchIfEmpty(Mono.error(() -> Refusal.notFound("municipality")));
    }

    Mono<Stored> record(UUID municipality, IfMatch match, Evidence evidence) {
        return tx.run(find(municipality)
                .doOnNext(present -> match.requires(present.version()))
                .flatMap(present -> store.save(municipality, present.version(), evidence, clock.instant())
                        .then(outbox.untold("territory-evidence", Map.of(municipality, present.version() + 1), false)))
                .then(Mono.defer(() -> find(municipality))));
    }
}
