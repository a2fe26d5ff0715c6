package ru.nms.iom.person;

import java.time.LocalDate;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Which methodist accompanies which person, and when.
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
        return List.of("assignment_copy");
    }

    @Override
    public Mono<Void> on(AssignmentChanged event) {
        var spec = Copy.at(db.sql("""
                INSERT INTO assignment_copy AS mine (id, epoch, version, methodist_person_id, person_id, since, until)
                VALUES (:id, :epoch, :version, :methodist, :person, :since, :until)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       methodist_person_id = excluded.methodist_person_id, person_id = excluded.person_id,
                       since = excluded.since, until = excluded.until
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("methodist", event.methodistPersonId())
                .bind("person", event.personId())
                .bind("since", event.since());
        var until = event.until();
        return (until == null ? spec.bindNull("until", LocalDate.class) : spec.bind("until", until)).then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "assignment_copy", gone);
    }
}
