package ru.nms.diagnostics.framework;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Frameworks for those who measure by them.
@Service
public class Frameworks {

    private final FrameworkStore store;
    private final LineageStore lineage;

    Frameworks(FrameworkStore store, LineageStore lineage) {
        this.store = store;
        this.lineage = lineage;
    }

    public Mono<CompetenceTree> tree(UUID framework) {
        return store.tree(framework);
    }

    /// By what competences, of whatever version, those of a framework were measured: themselves, those that they replaced,
    /// those that are the same.
    public Flux<Kin> kin(UUID framework) {
        return lineage.kin(framework);
    }

    /// @param id   of the competence of a version
    /// @param code of the competence here for which it counts
    public record Kin(UUID id, String code) {}

    public Mono<Map<UUID, Scale>> scales() {
        return lineage.scales();
    }

    /// Whether it is adopted and stays so until the transaction ends.
    public Mono<Boolean> adopted(UUID framework) {
        return store.held(framework).map(status -> status == Framework.Status.ADOPTED).defaultIfEmpty(false);
    }
}
