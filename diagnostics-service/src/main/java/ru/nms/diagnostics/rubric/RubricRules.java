package ru.nms.diagnostics.rubric;

import java.util.List;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.rubric.Rubric.Kind;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.scoring.Marks;
import ru.nms.diagnostics.scoring.TaskForm;
import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;

/// What must hold of an assessment: the rubric is in force and meant for its kind, every criterion has a mark, colleagues work
/// in one place, and an employer employs and assesses after training.
@Component
class RubricRules {

    private final RubricStore store;
    private final Rulebook rules;

    RubricRules(RubricStore store, Rulebook rules) {
        this.store = store;
        this.rules = rules;
    }

    Mono<Faults> among(Change<Assessment> change) {
        var it = change.after();
        return store.inForce(it.rubricId()).map(rubric -> fits(it, rubric))
                .defaultIfEmpty(new Faults().unless(false, Fault.at("/rubricId", "not-in-force")))
                .flatMap(faults -> related(it).map(related -> faults.unless(related,
                        Fault.at(it.kind() == Kind.EMPLOYER ? "/employerId" : "/personId", "not-together"))))
                .flatMap(faults -> trained(it).map(trained -> faults.unless(trained, Fault.at("/completionId", "not-completed"))));
    }

    private Faults fits(Assessment it, RubricStore.InForce rubric) {
        return new Faults()
                .unless(rubric.kinds().contains(it.kind()), Fault.at("/kind", "not-one-of", RubricConfiguration.names(rubric.kinds())))
                .unless(!it.assessedOn().isAfter(rules.today()), Fault.at("/assessedOn", "taken-in-future", rules.today()))
                .unless(it.kind() != Kind.EMPLOYER || it.completionId() != null, Fault.at("/completionId", "required"))
                .unless(it.kind() == Kind.EMPLOYER || it.employerId() == null, Fault.at("/employerId", "not-allowed"))
                .unless(it.kind() == Kind.EMPLOYER || it.completionId() == null, Fault.at("/completionId", "not-allowed"))
                .addAll(new Marks(it.marks()).faults(new TaskForm(TaskKind.OPEN, java.math.BigDecimal.ONE, List.of(), List.of(),
                        rubric.criteria()), "/marks"));
    }

    /// An employer assesses after training.
    private Mono<Boolean> trained(Assessment it) {
        return it.kind() != Kind.EMPLOYER || it.completionId() == null ? Mono.just(true)
                : store.trained(it.personId(), it.completionId(), it.assessedOn());
    }

    private Mono<Boolean> related(Assessment it) {
        return switch (it.kind()) {
            case SELF -> Mono.just(true);
            case PEER -> it.assessorId() == null ? Mono.just(false)
                    : store.colleagues(it.personId(), it.assessorId(), it.assessedOn());
            case EMPLOYER -> it.employerId() == null ? Mono.just(false)
                    : store.employed(it.personId(), it.employerId(), it.assessedOn());
        };
    }
}
