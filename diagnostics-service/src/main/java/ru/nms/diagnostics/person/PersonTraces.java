package ru.nms.diagnostics.person;

import java.util.UUID;

import reactor.core.publisher.Mono;

/// What a part of diagnostics keeps of people. A bean for each part, so that it follows when the registry finds that two
/// people are one, and when one is destroyed.
public interface PersonTraces {

    /// What was kept of one belongs to the other from now on. In the transaction of the event; repeated, it does nothing.
    Mono<Void> passOn(UUID from, UUID to);

    /// Nothing of the person stays, and those who learnt it are told so. In the transaction of the event; it may come again.
    Mono<Void> erase(UUID person);
}
