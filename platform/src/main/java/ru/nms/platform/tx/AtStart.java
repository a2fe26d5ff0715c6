package ru.nms.platform.tx;

import reactor.core.publisher.Mono;

/// Work on the database that must be done before the service answers anyone, such as taking over reference data.
/// A bean of this type; every process of the service runs it, so it must stand being run side by side with itself.
@FunctionalInterface
public interface AtStart {

    Mono<Void> run();
}
