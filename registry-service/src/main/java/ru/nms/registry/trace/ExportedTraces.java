package ru.nms.registry.trace;

import java.util.UUID;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;
import tools.jackson.databind.JsonNode;

/// What a part of the registry keeps of people beyond their cards. A bean for each part that is not a register; registers
/// are covered together.
public interface ExportedTraces extends PersonTraces {

    /// Everything that is kept, as one object by kind. In the caller's transaction.
    Mono<JsonNode> told(UUID person);
}
