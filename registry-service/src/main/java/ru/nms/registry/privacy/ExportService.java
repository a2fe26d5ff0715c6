package ru.nms.registry.privacy;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.trace.PersonTraces;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gathers what all parts of the registry keep of a person.
@Service
class ExportService {

    private final List<PersonTraces> traces;
    private final Tx tx;

    ExportService(List<PersonTraces> traces, Tx tx) {
        this.traces = traces;
        this.tx = tx;
    }

    Mono<ObjectNode> kept(UUID person) {
        return tx.run(Flux.fromIterable(traces).concatMap(trace -> trace.told(person))
                .collect(JsonNodeFactory.instance::objectNode, (all, part) -> all.setAll((ObjectNode) part)));
    }
}
