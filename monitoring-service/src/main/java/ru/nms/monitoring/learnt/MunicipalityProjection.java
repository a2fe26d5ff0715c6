package ru.nms.monitoring.learnt;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps municipalities, the units they belong to and the figures they report.
@Component
class MunicipalityProjection implements Projection<MunicipalityChanged> {

    private final DatabaseClient db;
    private final MarkStore marks;

    MunicipalityProjection(DatabaseClient db, MarkStore marks) {
        this.db = db;
        this.marks = marks;
    }

    @Override
    public Topic<MunicipalityChanged> topic() {
        return MunicipalityChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("municipality");
    }

    @Override
    public Mono<Void> on(MunicipalityChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO municipality AS mine (id, epoch, version, name, units, methodists, teachers_reported, closed_on)
                VALUES (:id, :epoch, :version, :name, :units, CAST(:methodists AS jsonb), CAST(:teachers AS jsonb), :closed)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, name = excluded.name, units = excluded.units,
                       methodists = excluded.methodists, teachers_reported = excluded.teachers_reported,
                       closed_on = excluded.closed_on, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("name", event.name())
                .bind("units", event.groupings().values().toArray(String[]::new))
                .bind("methodists", json(event.methodists()))
                .bind("teachers", json(event.teachersReported()))
                .bind("closed", Parameter.fromOrEmpty(event.closedOn(), LocalDate.class))
                .then();
    }

    private static String json(Map<Integer, Integer> byYear) {
        return byYear.entrySet().stream().map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "municipality", gone).then(marks.everyPeriod());
    }

    @Override
    public Mono<Void> then(MunicipalityChanged event) {
        return marks.everyPeriod();
    }

    @Override
    public Mono<Void> rebuilt() {
        return marks.everyPeriod();
    }
}
