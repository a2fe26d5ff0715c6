package ru.nms.diagnostics.instrument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

/// Gives instruments to those who hand them out and score them. An approved one never changes, so it is read once.
@Service
public class Papers {

    private static final int MOST = 50;

    private final PaperStore store;
    private final Map<UUID, Paper> approved = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Paper> eldest) {
            return size() > MOST;
        }
    });

    Papers(PaperStore store) {
        this.store = store;
    }

    /// Empty when there is no such instrument.
    public Mono<Paper> of(UUID instrumentId) {
        return Mono.defer(() -> {
            var known = approved.get(instrumentId);
            return known == null ? store.find(instrumentId).doOnNext(this::keep) : Mono.just(known);
        });
    }

    private void keep(Paper paper) {
        if (paper.approved()) {
            approved.put(paper.id(), paper);
        }
    }
}
