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

    /// SQL: whether a campaign with any edition of the instrument is planned or runs at `:now`: editions share tasks. One that was
    /// announced seals them whatever became of its entry.
    ///
    /// @param code a constant: the column with the instrument's code
    public static String sealed(String code) {
        return """
                EXISTS (SELECT FROM instrument used JOIN campaign sealing ON sealing.instrument_id = used.id
                         WHERE used.code = %s AND sealing.status <> 'CANCELLED' AND sealing.ends_at > :now
                           AND NOT (sealing.deleted AND sealing.status = 'DRAFT'))""".formatted(code);
    }

    public Mono<Boolean> sealed(UUID instrument) {
        return store.sealed(instrument, clock.instant());
    }

    public Mono<Void> refuseIfSealed(UUID instrument) {
        return sealed(instrument).flatMap(sealed -> sealed ? Mono.error(Refusal.conflict("keys-sealed")) : Mono.empty());
    }
}
