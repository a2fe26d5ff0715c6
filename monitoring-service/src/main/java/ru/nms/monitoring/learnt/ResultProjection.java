package ru.nms.monitoring.learnt;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps that a person was diagnosed, and on which day.
@Component
class ResultProjection implements Projection<ResultChanged> {

    private final DatabaseClient db;
    private final MarkStore marks;

    ResultProjection(DatabaseClient db, MarkStore marks) {
        this.db = db;
        this.marks = marks;
    }

    @Override
    public Topic<ResultChanged> topic() {
        return ResultChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("result");
    }

    /// A result that moves to another day leaves its old period out of date too.
    @Override
    public Mono<Void> on(ResultChanged event) {
        return Copy.at(db.sql("""
                WITH moved AS (INSERT INTO indicator_mark (day)
                               SELECT taken_on FROM result WHERE id = :id AND taken_on <> :taken)
                INSERT INTO result AS mine (id, epoch, version, person_id, taken_on)
                VALUES (:id, :epoch, :version, coalesce((SELECT p.merged_into FROM person p WHERE p.id = :person), :person), :taken)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, person_id = excluded.person_id,
                       taken_on = excluded.taken_on, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId())
                .bind("taken", event.takenOn())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                WITH left_behind AS (INSERT INTO indicator_mark (day)
                                     SELECT taken_on FROM result WHERE id = :id AND taken_on IS NOT NULL)
                INSERT INTO result AS mine (id, epoch, version, deleted) VALUES (:id, :epoch, :version, true)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = true
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), gone)
                .then();
    }

    @Override
    public Mono<Void> then(ResultChanged event) {
        return marks.period(topic(), event.takenOn());
    }

    @Override
    public Mono<Void> rebuilt() {
        return marks.everyPeriod();
    }
}
