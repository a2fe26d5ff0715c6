package ru.nms.diagnostics.person;

import java.time.LocalDate;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps municipalities, their type and the units they belong to. Safe to replay.
@Component
class MunicipalityProjection implements Projection<MunicipalityChanged> {

    private final DatabaseClient db;
    private final EventJson json;
    private final ObjectProvider<MunicipalityFile> files;

    MunicipalityProjection(DatabaseClient db, EventJson json, ObjectProvider<MunicipalityFile> files) {
        this.db = db;
        this.json = json;
        this.files = files;
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
                INSERT INTO municipality AS mine (id, epoch, version, name, territory_type, groupings, closed_on)
                VALUES (:id, :epoch, :version, :name, :type, CAST(:groupings AS jsonb), :closed)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, name = excluded.name,
                       territory_type = excluded.territory_type, groupings = excluded.groupings,
                       closed_on = excluded.closed_on, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("name", event.name())
                .bind("type", Parameter.fromOrEmpty(event.territoryType(), String.class))
                .bind("groupings", json.mapper().writeValueAsString(event.groupings()))
                .bind("closed", Parameter.fromOrEmpty(event.closedOn(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "municipality", gone);
    }

    /// What came from files is in no topic.
    @Override
    public Mono<Void> rebuilt() {
        return files.getObject().sayAgain();
    }
}
