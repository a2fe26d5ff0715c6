package ru.nms.diagnostics.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps what organisations are called and what they belong to. Safe to replay: older or repeated events change nothing.
@Component
class OrganisationProjection implements Projection<OrganisationChanged> {

    private final DatabaseClient db;
    private final ObjectProvider<OrganisationFile> files;

    OrganisationProjection(DatabaseClient db, ObjectProvider<OrganisationFile> files) {
        this.db = db;
        this.files = files;
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
                INSERT INTO organisation AS mine (id, epoch, version, name, kind, level, municipality_id, flags, closed_on)
                VALUES (:id, :epoch, :version, :name, :kind, :level, :municipality, :flags, :closed)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, name = excluded.name, kind = excluded.kind,
                       level = excluded.level, municipality_id = excluded.municipality_id, flags = excluded.flags,
                       closed_on = excluded.closed_on, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("name", event.name())
                .bind("kind", event.kind())
                .bind("level", event.level())
                .bind("municipality", Parameter.fromOrEmpty(event.municipalityId(), UUID.class))
                .bind("flags", Objects.requireNonNullElse(event.flags(), List.<String>of()).toArray(String[]::new))
                .bind("closed", Parameter.fromOrEmpty(event.closedOn(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "organisation", gone);
    }

    /// What came from files is in no topic.
    @Override
    public Mono<Void> rebuilt() {
        return files.getObject().sayAgain();
    }
}
