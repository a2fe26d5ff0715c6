package ru.nms.platform.fate;

import java.util.UUID;

import reactor.core.publisher.Mono;

/// Removes all that a service keeps of a person. One bean in each service that keeps something; it calls its parts.
@FunctionalInterface
public interface PersonErasure {

    /// In the caller's transaction. It may come again, and finds then what was written meanwhile.
    Mono<Void> erase(UUID person);
}
