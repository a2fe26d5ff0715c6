package ru.nms.platform.fate;

import java.util.UUID;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a part of a service keeps of people. A bean for each part, so that it follows when the registry finds that two records are
/// of one person, and when a person is destroyed.
public interface PersonTraces {

    /// What was kept of one belongs to the other from now on. In the caller's transaction; repeated, it does nothing.
    Mono<Void> passOn(UUID from, UUID to);

    /// Nothing of the person stays, and those who learnt it are told so. In the caller's transaction; it may come again.
    Mono<Void> erase(UUID person);

    /// One part after the other, in their order.
    static Mono<Void> passOn(Stream<? extends PersonTraces> parts, UUID from, UUID to) {
        return Flux.fromStream(parts).concatMap(part -> part.passOn(from, to)).then();
    }

    /// One part after the other, in their order.
    static Mono<Void> erase(Stream<? extends PersonTraces> parts, UUID person) {
        return Flux.fromStream(parts).concatMap(part -> part.erase(person)).then();
    }
}
