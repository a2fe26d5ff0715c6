package ru.nms.registry.completion;

import java.util.List;
import java.util.Map;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Scope;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;

/// Professional deficits: what training can be chosen by.
@Component
class DeficitProjection implements Projection<DeficitChanged> {

    private final DatabaseClient db;
    private final Register<Completion> completions;
    private final Registers registers;

    DeficitProjection(DatabaseClient db, Register<Completion> completions, Registers registers) {
        this.db = db;
        this.completions = completions;
        this.registers = registers;
    }

    @Override
    public Topic<DeficitChanged> topic() {
        return DeficitChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("deficit_copy");
    }

    @Override
    public Mono<Void> on(DeficitChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO deficit_copy AS mine (id, epoch, version, person_id, competence, status, opened_on, closed_on)
                VALUES (:id, :epoch, :version, coalesce((SELECT p.merged_into FROM person p WHERE p.id = :person), :person), :competence, :status, :openedOn, :closedOn)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false, person_id = excluded.person_id,
                       competence = excluded.competence, status = excluded.status, opened_on = excluded.opened_on,
                       closed_on = excluded.closed_on
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId()).bind("competence", event.competence()).bind("status", event.status())
                .bind("openedOn", event.openedOn()).bind("closedOn", Parameters.in(R2dbcType.DATE, event.closedOn()))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "deficit_copy", gone);
    }

    @Override
    public Mono<Void> then(DeficitChanged event) {
        return registers.refresh(completions, new Scope.Condition(
                "e.person_id = coalesce((SELECT p.merged_into FROM person p WHERE p.id = :person), :person)", Map.of("person", event.personId())));
    }

    /// A deficit that never was chose nothing.
    @Override
    public Mono<Void> thenGone(Gone gone) {
        return registers.refresh(completions, new Scope.Condition(
                "e.person_id = (SELECT c.person_id FROM deficit_copy c WHERE c.id = :gone)", Map.of("gone", gone.subject())));
    }
}
