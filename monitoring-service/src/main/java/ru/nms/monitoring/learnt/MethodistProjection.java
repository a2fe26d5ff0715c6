package ru.nms.monitoring.learnt;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps who is a methodist of which municipal service, and when. Only clusters ask, and they count on the spot.
@Component
class MethodistProjection implements Projection<MethodistChanged> {

    private final DatabaseClient db;

    MethodistProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<MethodistChanged> topic() {
        return MethodistChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("methodist");
    }

    @Override
    public Mono<Void> on(MethodistChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO methodist AS mine (id, epoch, version, person_id, kind, municipality_id, since, until)
                VALUES (:id, :epoch, :version, :person, :kind, :municipality, :since, :until)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, person_id = excluded.person_id,
                       kind = excluded.kind, municipality_id = excluded.municipality_id, since = excluded.since,
                       until = excluded.until, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId())
                .bind("kind", event.kind())
                .bind("municipality", Parameter.fromOrEmpty(event.municipalityId(), UUID.class))
                .bind("since", event.since())
                .bind("until", Parameter.fromOrEmpty(event.until(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "methodist", gone);
    }
}
