package ru.nms.iom.person;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Names of organisations, for the printed form.
@Component
class OrganisationProjection implements Projection<OrganisationChanged> {

    private final DatabaseClient db;

    OrganisationProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<OrganisationChanged> topic() {
        return OrganisationChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("organisation_copy");
    }

    @Override
    public Mono<Void> on(OrganisationChanged event) {
        return write(new Gone(event.subject(), event.epoch(), event.version()), false, event.name());
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return write(gone, true, "");
    }

    private Mono<Void> write(Gone at, boolean deleted, String name) {
        return Copy.at(db.sql("""
                INSERT INTO organisation_copy AS mine (id, epoch, version, deleted, name)
                VALUES (:id, :epoch, :version, :deleted, :name)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = excluded.deleted,
                       name = excluded.name
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), at)
                .bind("deleted", deleted)
                .bind("name", name)
                .then();
    }
}
