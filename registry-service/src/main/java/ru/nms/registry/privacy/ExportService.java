package ru.nms.registry.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.trace.ExportedTraces;

/// Gathers what all parts of the registry keep of a person.
@Service
class ExportService {

    private final List<ExportedTraces> traces;
    private final Tx tx;

    ExportService(List<ExportedTraces> traces, Tx tx) {
        this.traces = traces;
        this.tx = tx;
    }

    Mono<Map<String, Object>> kept(UUID person) {
        return tx.run(Flux.fromIterable(traces).concatMap(trace -> trace.told(person))
                .collect(LinkedHashMap::new, (all, part) -> part.properties().forEach(kind -> all.put(kind.getKey(), kind.getValue()))));
    }
}
