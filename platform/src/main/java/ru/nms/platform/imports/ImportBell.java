package ru.nms.platform.imports;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// Tells the runner of this process that an upload has ended. A ring that is lost, or was meant for another process, costs
/// the few seconds until the runner looks by itself.
final class ImportBell {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();

    void ring() {
        rings.tryEmitNext(0L);
    }

    Flux<Long> rings() {
        return rings.asFlux();
    }
}
