package ru.nms.diagnostics.student;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.result.Outcome;
import ru.nms.diagnostics.result.OutcomeService;
import ru.nms.diagnostics.rule.Rulebook;

/// Lets weak results of students open or sharpen a deficit of their teacher. Good ones close none: what students achieved is
/// no evidence of how the teacher was measured.
@Service
class StudentService {

    private final StudentStore store;
    private final OutcomeService outcomes;
    private final Rulebook rules;

    StudentService(StudentStore store, OutcomeService outcomes, Rulebook rules) {
        this.store = store;
        this.outcomes = outcomes;
        this.rules = rules;
    }

    /// In the transaction of the change; also after the result of the students was taken out.
    Mono<Void> follow(UUID id) {
        return store.find(id)
                .flatMap(it -> weak(it) ? outcomes.record(outcome(id, it)).then(Mono.just(true)) : Mono.<Boolean>empty())
                .switchIfEmpty(Mono.defer(() -> outcomes.annul(id).then(Mono.empty())))
                .then();
    }

    private boolean weak(StudentResult it) {
        return it.teacherId() != null && rules.scale(it.area(), it.takenOn()).judge(it.points(), it.maximum()).weak();
    }

    private static Outcome outcome(UUID id, StudentResult it) {
        return new Outcome(id, Objects.requireNonNull(it.teacherId()), it.kind().procedure(), StudentResult.PROVIDER, it.takenOn(),
                null, List.of(new Outcome.Part(it.area(), it.points(), it.maximum())));
    }
}
