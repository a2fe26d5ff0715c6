package ru.nms.iom.need;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Professional deficits.
@Component
class DeficitProjection implements Projection<DeficitChanged> {

    private final DatabaseClient db;

    DeficitProjection(DatabaseClient db) {
        this.db = db;
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
                INSERT INTO deficit_copy AS mine (id, epoch, version, person_id, competence, level, status, opened_on)
                VALUES (:id, :epoch, :version, coalesce((SELECT p.merged_into FROM person_copy p WHERE p.id = :person), :person), :competence, :level, :status, :openedOn)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       person_id = excluded.person_id, competence = excluded.competence, level = excluded.level,
                       status = excluded.status, opened_on = excluded.opened_on
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId())
                .bind("competence", event.competence())
                .bind("level", event.level())
                .bind("status", event.status())
                .bind("openedOn", event.openedOn())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "deficit_copy", gone);
    }
}
