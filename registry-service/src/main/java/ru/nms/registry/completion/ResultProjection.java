package ru.nms.registry.completion;

import java.util.List;
import java.util.Map;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Scope;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;

/// Who was diagnosed, when and in what. The scores stay where they are.
@Component
class ResultProjection implements Projection<ResultChanged> {

    private final DatabaseClient db;
    private final Register<Completion> completions;
    private final Registers registers;

    ResultProjection(DatabaseClient db, Register<Completion> completions, Registers registers) {
        this.db = db;
        this.completions = completions;
        this.registers = registers;
    }

    @Override
    public Topic<ResultChanged> topic() {
        return ResultChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("result_copy");
    }

    @Override
    public Mono<Void> on(ResultChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO result_copy AS mine (id, epoch, version, person_id, taken_on, competences)
                VALUES (:id, :epoch, :version, coalesce((SELECT p.merged_into FROM person p WHERE p.id = :person), :person), :takenOn, :competences)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       person_id = excluded.person_id, taken_on = excluded.taken_on, competences = excluded.competences
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId()).bind("takenOn", event.takenOn())
                .bind("competences", event.competences().toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "result_copy", gone);
    }

    /// What was chosen may turn out to have been chosen by diagnostics.
    @Override
    public Mono<Void> then(ResultChanged event) {
        return registers.refresh(completions, new Scope.Condition(
                "e.person_id = coalesce((SELECT p.merged_into FROM person p WHERE p.id = :person), :person)", Map.of("person", event.personId())));
    }

    /// What was chosen by a diagnosis that is withdrawn was not.
    @Override
    public Mono<Void> thenGone(Gone gone) {
        return registers.refresh(completions, new Scope.Condition(
                "e.person_id = (SELECT c.person_id FROM result_copy c WHERE c.id = :gone)", Map.of("gone", gone.subject())));
    }
}
