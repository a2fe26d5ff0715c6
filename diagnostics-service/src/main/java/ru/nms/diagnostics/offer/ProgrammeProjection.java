package ru.nms.diagnostics.offer;

import java.time.LocalDate;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Programmes of additional training.
@Component
class ProgrammeProjection implements Projection<ProgrammeChanged> {

    private final DatabaseClient db;

    ProgrammeProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<ProgrammeChanged> topic() {
        return ProgrammeChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("programme");
    }

    @Override
    public Mono<Void> on(ProgrammeChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO programme AS mine (id, epoch, version, provider_id, title, hours, competences, status, included_on, excluded_on)
                VALUES (:id, :epoch, :version, :provider, :title, :hours, :competences, :status, :included, :excluded)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       provider_id = excluded.provider_id, title = excluded.title, hours = excluded.hours,
                       competences = excluded.competences, status = excluded.status, included_on = excluded.included_on,
                       excluded_on = excluded.excluded_on
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("provider", event.providerId())
                .bind("title", event.title())
                .bind("hours", event.hours())
                .bind("competences", event.competences().toArray(String[]::new))
                .bind("status", event.status())
                .bind("included", Parameter.fromOrEmpty(event.includedOn(), LocalDate.class))
                .bind("excluded", Parameter.fromOrEmpty(event.excludedOn(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "programme", gone);
    }
}
