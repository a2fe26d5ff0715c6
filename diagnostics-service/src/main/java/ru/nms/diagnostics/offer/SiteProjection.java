package ru.nms.diagnostics.offer;

import java.time.LocalDate;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.SiteChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Sites that host internships or run innovation projects.
@Component
class SiteProjection implements Projection<SiteChanged> {

    private final DatabaseClient db;

    SiteProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<SiteChanged> topic() {
        return SiteChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("site");
    }

    @Override
    public Mono<Void> on(SiteChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO site AS mine (id, epoch, version, kind, organisation_id, title, competences, since, until)
                VALUES (:id, :epoch, :version, :kind, :organisation, :title, :competences, :since, :until)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       kind = excluded.kind, organisation_id = excluded.organisation_id, title = excluded.title,
                       competences = excluded.competences, since = excluded.since, until = excluded.until
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("kind", event.kind())
                .bind("organisation", event.organisationId())
                .bind("title", event.title())
                .bind("competences", event.competences().toArray(String[]::new))
                .bind("since", event.since())
                .bind("until", Parameter.fromOrEmpty(event.until(), LocalDate.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.mark(db, "site", gone);
    }
}
