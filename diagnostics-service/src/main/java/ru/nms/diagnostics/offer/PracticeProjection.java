package ru.nms.diagnostics.offer;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PracticeChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Practices of the bank, and those on their way into it.
@Component
class PracticeProjection implements Projection<PracticeChanged> {

    private final DatabaseClient db;

    PracticeProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<PracticeChanged> topic() {
        return PracticeChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("practice");
    }

    @Override
    public Mono<Void> on(PracticeChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO practice AS mine (id, epoch, version, organisation_id, title, competences, status)
                VALUES (:id, :epoch, :version, :organisation, :title, :competences, :status)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       organisation_id = excluded.organisation_id, title = excluded.title,
                       competences = excluded.competences, status = excluded.status
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("organisation", event.organisationId())
                .bind("title", event.title())
                .bind("competences", event.competences().toArray(String[]::new))
                .bind("status", event.status())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "practice", gone);
    }
}
