package ru.nms.diagnostics.framework;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.tx.Tx;

/// Taking out what was entered in error: as long as nothing hangs on it.
@Service
class FrameworkService {

    private final Registers registers;
    private final Register<Framework> frameworks;
    private final Register<Competence> competences;
    private final Register<Scale> scales;
    private final FrameworkStore store;
    private final CompetenceRules rules;
    private final Tx tx;

    FrameworkService(Registers registers, Register<Framework> frameworks, Register<Competence> competences, Register<Scale> scales,
                     FrameworkStore store, CompetenceRules rules, Tx tx) {
        this.registers = registers;
        this.frameworks = frameworks;
        this.competences = competences;
        this.scales = scales;
        this.store = store;
        this.rules = rules;
        this.tx = tx;
    }

    Mono<Void> removeFramework(Caller caller, UUID id, IfMatch match) {
        return tx.run(store.locked(id).doOnNext(CompetenceRules::mustBeDraft)
                .then(Mono.defer(() -> unless(store.filled(id))))
                .then(Mono.defer(() -> registers.remove(frameworks, caller, id, match))));
    }

    Mono<Void> removeCompetence(Caller caller, UUID id, IfMatch match) {
        return tx.run(registers.find(competences, caller, id)
                .flatMap(found -> rules.draft(found.content().frameworkId()))
                .then(Mono.defer(() -> unless(store.inUse(id))))
                .then(Mono.defer(() -> registers.remove(competences, caller, id, match))));
    }

    Mono<Void> removeScale(Caller caller, UUID id, IfMatch match) {
        return tx.run(rules.free(id).then(Mono.defer(() -> registers.remove(scales, caller, id, match))));
    }

    private static Mono<Void> unless(Mono<Boolean> used) {
        return used.flatMap(yes -> yes ? Mono.error(Refusal.conflict("in-use")) : Mono.empty());
    }
}
