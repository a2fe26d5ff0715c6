package ru.nms.diagnostics.framework;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

/// Frameworks for those who measure by them.
@Service
public class Frameworks {

    private final FrameworkStore store;

    Frameworks(FrameworkStore store) {
        this.store = store;
    }

    public Mono<CompetenceTree> tree(UUID framework) {
        return store.tree(framework);
    }

    /// Whether it is adopted and stays so until the transaction ends.
    public Mono<Boolean> adopted(UUID framework) {
        return store.held(framework).map(status -> status == Framework.Status.ADOPTED).defaultIfEmpty(false);
    }
}
