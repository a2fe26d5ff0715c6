package ru.nms.monitoring.learnt;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps which organisations there are: each is a territory of its own figures.
@Component
class OrganisationProjection implements Projection<OrganisationChanged> {

    private final DatabaseClient db;
    private final MarkStore marks;

    OrganisationProjection(DatabaseClient db, MarkStore marks) {
        this.db = db;
        this.marks = marks;
    }

    @Override
    public Topic<OrganisationChanged> topic() {
        return OrganisationChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("organisation");
    }

    @Override
    public Mono<Void> on(OrganisationChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO organisation AS mine (id, epoch, version, municipality_id)
                VALUES (:id, :epoch, :version, :municipality)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, municipality_id = excluded.municipality_id,
                       deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("municipality", Parameter.fromOrEmpty(event.municipalityId(), UUID.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "organisation", gone).then(marks.everyPeriod());
    }

    @Override
    public Mono<Void> then(OrganisationChanged event) {
        return marks.everyPeriod();
    }

    @Override
    public Mono<Void> rebuilt() {
        return marks.everyPeriod();
    }
}
