package ru.nms.diagnostics.instrument;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;

/// Keys, and whatever gives them away, are sealed from the day a campaign is planned until it ends. The seal lies on all
/// editions of an instrument, for they share tasks.
@Component
public class Seals {

    private final InstrumentStore store;
    private final Clock clock;

    Seals(InstrumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Mono<Boolean> sealed(UUID instrument) {
        return store.sealed(instrument, clock.instant());
    }

    public Mono<Void> refuseIfSealed(UUID instrument) {
        return sealed(instrument).flatMap(sealed -> sealed ? Mono.error(Refusal.conflict("keys-sealed")) : Mono.empty());
    }
}
