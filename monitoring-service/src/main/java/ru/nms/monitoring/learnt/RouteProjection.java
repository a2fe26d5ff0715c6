package ru.nms.monitoring.learnt;

import java.time.LocalDate;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps that a person has a route, whether a diagnosis led to it, and when it was approved.
@Component
class RouteProjection implements Projection<RouteChanged> {

    private final DatabaseClient db;
    private final MarkStore marks;

    RouteProjection(DatabaseClient db, MarkStore marks) {
        this.db = db;
        this.marks = marks;
    }

    @Override
    public Topic<RouteChanged> topic() {
        return RouteChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("route");
    }

    /// A route that was approved on another day before leaves its old period out of date too.
    @Override
    public Mono<Void> on(RouteChanged event) {
        return Copy.at(db.sql("""
                WITH moved AS (INSERT INTO indicator_mark (day)
                               SELECT approved_on FROM route
                                WHERE id = :id AND approved_on IS NOT NULL
                                  AND approved_on IS DISTINCT FROM CAST(:approved AS date))
                INSERT INTO route AS mine (id, epoch, version, person_id, by_diagnostics, approved_on)
                VALUES (:id, :epoch, :version, :person, :diagnosed, CAST(:approved AS date))
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, person_id = excluded.person_id,
                       by_diagnostics = excluded.by_diagnostics, approved_on = excluded.approved_on, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId())
                .bind("diagnosed", event.byDiagnostics())
                .bind("approved", Parameter.fromOrEmpty(event.approvedOn(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                WITH left_behind AS (INSERT INTO indicator_mark (day)
                                     SELECT approved_on FROM route WHERE id = :id AND approved_on IS NOT NULL)
                INSERT INTO route AS mine (id, epoch, version, deleted) VALUES (:id, :epoch, :version, true)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = true
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), gone)
                .then();
    }

    @Override
    public Mono<Void> then(RouteChanged event) {
        return marks.period(topic(), event.approvedOn() == null ? event.from() : event.approvedOn());
    }

    @Override
    public Mono<Void> rebuilt() {
        return marks.everyPeriod();
    }
}
