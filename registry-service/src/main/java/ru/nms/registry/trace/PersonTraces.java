package ru.nms.registry.trace;

import java.util.UUID;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// What a part of the registry keeps of people beyond their cards. A bean for each part that is not a register; registers
/// are covered together. All of it happens in the caller's transaction.
public interface PersonTraces {

    /// Everything that is kept, as one object by kind.
    Mono<JsonNode> told(UUID person);

    /// The same person was entered twice: what was kept of one belongs to the other from now on.
    Mono<Void> passOn(UUID from, UUID to);

    /// Nothing of the person stays, and those who learnt it are told so.
    Mono<Void> erase(UUID person);
}
