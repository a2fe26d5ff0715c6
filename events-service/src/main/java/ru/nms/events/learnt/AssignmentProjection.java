package ru.nms.events.learnt;

import java.time.LocalDate;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps which methodist accompanies whom.
@Component
class AssignmentProjection implements Projection<AssignmentChanged> {

    private final DatabaseClient db;

    AssignmentProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<AssignmentChanged> topic() {
        return AssignmentChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("assignment");
    }

    @Override
    public Mono<Void> on(AssignmentChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO assignment AS mine (id, epoch, version, methodist_person_id, person_id, since, until)
                VALUES (:id, :epoch, :version, :methodist, :person, :since, :until)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version,
                       methodist_person_id = excluded.methodist_person_id, person_id = excluded.person_id,
                       since = excluded.since, until = excluded.until, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("methodist", event.methodistPersonId())
                .bind("person", event.personId())
                .bind("since", event.since())
                .bind("until", Parameter.fromOrEmpty(event.until(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "assignment", gone);
    }
}
