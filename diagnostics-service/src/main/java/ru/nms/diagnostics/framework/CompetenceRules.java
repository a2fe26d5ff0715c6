package ru.nms.diagnostics.framework;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;

/// What may stand in a framework and when it may change.
@Component
class CompetenceRules {

    static final int DEEPEST = 10;

    private final FrameworkStore store;
    private final Rulebook rules;

    CompetenceRules(FrameworkStore store, Rulebook rules) {
        this.store = store;
        this.rules = rules;
    }

    Faults alone(Competence it) {
        var faults = it.rollUp() == null ? new Faults() : it.rollUp().check("/rollUp");
        if (it.area() != null) {
            faults.addAll(rules.areasAndLiteracy(rules.today()).check("/area", it.area(), "diagnostics.competenceAreas"));
        }
        return faults;
    }

    Mono<Faults> among(Change<Competence> change) {
        var it = change.after();
        return draft(it.frameworkId())
                .then(Mono.defer(() -> change.before() == null || change.before().frameworkId().equals(it.frameworkId())
                        ? Mono.just(new Faults()) : Mono.just(new Faults().unless(false, Fault.at("/frameworkId", "fixed")))))
                .flatMap(faults -> it.parentId() == null ? Mono.just(faults) : above(change.id(), it.frameworkId(), it.parentId())
                        .map(found -> faults.addAll(found.found())));
    }

    private Mono<Faults> above(UUID id, UUID framework, UUID parent) {
        return store.upward(parent).collectList().zipWith(store.height(id), (above, height) -> place(id, framework, above, height));
    }

    static Faults place(UUID id, UUID framework, List<FrameworkStore.Above> above, int height) {
        return new Faults()
                .unless(above.isEmpty() || above.getFirst().frameworkId().equals(framework), Fault.at("/parentId", "other-framework"))
                .unless(above.stream().noneMatch(one -> one.id().equals(id)), Fault.at("/parentId", "cycle"))
                .unless(above.size() + 1 + height <= DEEPEST, Fault.at("/parentId", "too-deep", DEEPEST));
    }

    /// Only a draft changes.
    Mono<Void> draft(UUID framework) {
        return store.held(framework).doOnNext(CompetenceRules::mustBeDraft).then();
    }

    static void mustBeDraft(Framework.Status status) {
        if (status != Framework.Status.DRAFT) {
            throw Refusal.conflict("wrong-status", status.name()).with("possible", Framework.MOVES.possible(status));
        }
    }

    Mono<Faults> framework(Change<Framework> change) {
        var before = change.before();
        if (before == null) {
            return Mono.just(new Faults());
        }
        if (before.state() == change.after().state()) {
            return Mono.fromSupplier(() -> {
                mustBeDraft(before.state());
                return new Faults();
            });
        }
        return change.after().state() != Framework.Status.ADOPTED ? Mono.just(new Faults())
                : store.locked(change.id()).then(store.tree(change.id()))
                        .map(tree -> tree.check(rules.areas(rules.today()).adopted()));
    }

    Mono<Faults> link(CompetenceLink it) {
        return store.together(it.fromId(), it.toId())
                .map(same -> new Faults().unless(!same, Fault.at("/toId", "same-framework")));
    }

    Mono<Faults> scale(Change<Scale> change) {
        return change.before() == null ? Mono.just(new Faults()) : free(change.id()).thenReturn(new Faults());
    }

    Mono<Void> free(UUID scale) {
        return store.frozen(scale).flatMap(frozen -> frozen ? Mono.error(Refusal.conflict("scale-in-use")) : Mono.empty());
    }

    static Faults levels(Scale it) {
        var faults = new Faults();
        for (int i = 1; i < it.levels().size(); i++) {
            faults.unless(it.levels().get(i - 1).from().compareTo(it.levels().get(i).from()) < 0,
                    Fault.at("/levels/" + i + "/from", "not-ascending"));
        }
        return faults.unless(it.levels().stream().map(Scale.Level::code).distinct().count() == it.levels().size(),
                Fault.at("/levels", "repeated-code"));
    }

    Map<String, Mastery> check(CompetenceTree tree, Map<String, Mastery> measured) {
        var faults = new Faults();
        measured.keySet().stream().filter(code -> !tree.codes().contains(code)).sorted()
                .forEach(code -> faults.unless(false, Fault.at("/measured/" + code, "unknown-competence")));
        faults.refuse();
        return tree.rolledUp(measured);
    }
}
