package ru.nms.diagnostics.comparison;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.comparison.ComparisonStore.Taken;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.platform.access.Caller;

/// One person before and after, with what the instruments say of how sure that is.
@Service
class ComparisonService {

    private final ComparisonStore store;
    private final Papers papers;

    ComparisonService(ComparisonStore store, Papers papers) {
        this.store = store;
        this.papers = papers;
    }

    /// Read to the end first: no paper is looked for while rows come in.
    Flux<Comparison> ofPerson(Caller caller, UUID person) {
        return store.ofPerson(caller, person).collectList().flatMapMany(Flux::fromIterable).concatMap(this::compared);
    }

    private Mono<Comparison> compared(Taken taken) {
        if (taken.instrumentBefore() == null || taken.instrumentAfter() == null) {
            return Mono.just(Comparison.ofPerson(taken.pair(), null));
        }
        return Mono.zip(papers.of(taken.instrumentBefore()), papers.of(taken.instrumentAfter()), (before, after) -> Comparison.ofPerson(
                        taken.pair(), Trials.of(taken.competence(), before, taken.variantBefore(), after, taken.variantAfter())))
                .defaultIfEmpty(Comparison.ofPerson(taken.pair(), null));
    }
}
