package ru.nms.diagnostics.offer;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.CompletionChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Who completed which programme, and when.
@Component
class CompletionProjection implements Projection<CompletionChanged> {

    private final DatabaseClient db;

    CompletionProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<CompletionChanged> topic() {
        return CompletionChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("completion");
    }

    @Override
    public Mono<Void> on(CompletionChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO completion AS mine (id, epoch, version, person_id, programme_id, since, until)
                VALUES (:id, :epoch, :version, :person, :programme, :since, :until)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       person_id = excluded.person_id, programme_id = excluded.programme_id, since = excluded.since,
                       until = excluded.until
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("person", event.personId())
                .bind("programme", event.programmeId())
                .bind("since", event.since())
                .bind("until", event.until())
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "completion", gone);
    }
}
