package ru.nms.iom.need;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Diagnostic results: that they exist, when and of what.
@Component
class ResultProjection implements Projection<ResultChanged> {

    private final DatabaseClient db;

    ResultProjection(DatabaseClient db) {
        this.db = db;
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
                INSERT INTO result_copy AS mine (id, epoch, version, person_id, procedure, provider, taken_on,
                                                 competences)
                VALUES (:id, :epoch, :version, coalesce((SELECT p.merged_into FROM person_copy p WHERE p.id = :person), :person), :procedure, :provider, :takenOn, :competences)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       person_id = excluded.person_id, procedure = excluded.procedure, provider = excluded.provider,
                       taken_on = excluded.taken_on, competences = excluded.competences
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId())
                .bind("procedure", event.procedure())
                .bind("provider", event.provider())
                .bind("takenOn", event.takenOn())
                .bind("competences", event.competences().toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "result_copy", gone);
    }
}
