package ru.nms.diagnostics.instrument;

import java.util.UUID;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.framework.CompetenceTree;
import ru.nms.diagnostics.framework.Frameworks;
import ru.nms.diagnostics.instrument.Instrument.Status;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;

/// What may stand in an instrument and when it may change.
@Component
class InstrumentRules {

    private final InstrumentStore store;
    private final PaperStore papers;
    private final Frameworks frameworks;
    private final Rulebook rules;

    InstrumentRules(InstrumentStore store, PaperStore papers, Frameworks frameworks, Rulebook rules) {
        this.store = store;
        this.papers = papers;
        this.frameworks = frameworks;
        this.rules = rules;
    }

    /// DIA-002: providers are those of the region's profile.
    Faults alone(Instrument it) {
        return new Faults()
                .addAll(rules.providers(rules.today()).check("/provider", it.provider(), "diagnostics.providers"))
                .unless(it.approvedOn() == null || !it.approvedOn().isAfter(rules.today()), Fault.at("/on", "not-future"))
                .unless(it.withdrawnOn() == null || !it.withdrawnOn().isAfter(rules.today()), Fault.at("/on", "not-future"))
                .unless(it.approvedOn() == null || it.withdrawnOn() == null || !it.withdrawnOn().isBefore(it.approvedOn()),
                        Fault.at("/on", "ends-before-start"));
    }

    Mono<Faults> among(Change<Instrument> change) {
        var before = change.before();
        var it = change.after();
        if (before != null && before.state() != it.state()) {
            return it.state() == Status.APPROVED ? complete(change.id(), it) : Mono.just(new Faults());
        }
        return Mono.fromRunnable(() -> mustBeDraft(before == null ? it.state() : before.state()))
                .then(Mono.defer(() -> it.scaleId() == null ? Mono.just(true) : store.scaleOf(it.frameworkId(), it.scaleId())))
                .map(own -> new Faults().unless(own, Fault.at("/scaleId", "other-framework"))
                        .unless(it.previousId() == null || before == null || it.code().equals(before.code()), Fault.at("/code", "fixed")));
    }

    private Mono<Faults> complete(UUID id, Instrument it) {
        return store.lock(id)
                .then(Mono.defer(() -> Mono.zip(papers.items(id), frameworks.tree(it.frameworkId()), frameworks.adopted(it.frameworkId()))))
                .map(found -> Completeness.check(it.variants(), found.getT1(), found.getT2().codes())
                        .unless(found.getT3(), Fault.at("/frameworkId", "not-in-force")));
    }

    static void mustBeDraft(Status status) {
        if (status != Status.DRAFT) {
            throw Instrument.MOVES.refused(status);
        }
    }

    Mono<InstrumentStore.Frame> draft(UUID instrument) {
        return store.held(instrument).doOnNext(frame -> mustBeDraft(frame.status()));
    }

    Mono<Faults> task(Change<Task> change) {
        var before = change.before();
        var it = change.after();
        return draft(it.instrumentId()).flatMap(frame -> frameworks.tree(frame.frameworkId())
                .map(tree -> fits(it, frame, tree)
                        .unless(before == null || before.instrumentId().equals(it.instrumentId()), Fault.at("/instrumentId", "fixed"))));
    }

    static Faults fits(Task it, InstrumentStore.Frame frame, CompetenceTree tree) {
        return new Faults()
                .unless(it.variant() == null || it.variant() <= frame.variants(), Fault.at("/variant", "maximum", frame.variants()))
                .unless(tree.codes().contains(it.competence()), Fault.at("/competence", "unknown-competence"));
    }
}
