package ru.nms.diagnostics.framework;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// What a CASE package is written from.
@Repository
class CaseStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    CaseStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    Mono<List<CaseWriter.One>> competences(UUID framework) {
        return db.sql("""
                SELECT id, identifier, changed_at, code, title, area, parent_id, CAST(roll_up AS text) AS roll_up
                  FROM competence WHERE framework_id = :framework AND NOT deleted ORDER BY code, id
                """).bind("framework", framework)
                .map(row -> new CaseWriter.One(row.get("id", UUID.class), row.get("identifier", UUID.class),
                        row.get("changed_at", Instant.class), row.get("code", String.class), row.get("title", String.class),
                        row.get("area", String.class), row.get("parent_id", UUID.class), rule(row.get("roll_up", String.class))))
                .all().collectList();
    }

    private @Nullable RollUp rule(@Nullable String text) {
        return text == null ? null : json.readValue(text, RollUp.class);
    }

    Mono<List<CaseWriter.Measure>> scales(UUID framework) {
        return db.sql("""
                SELECT changed_at, code, title, threshold, CAST(levels AS text) AS levels
                  FROM scale WHERE framework_id = :framework AND NOT deleted ORDER BY code, id
                """).bind("framework", framework)
                .map(row -> new CaseWriter.Measure(row.get("changed_at", Instant.class), new Scale(framework, row.get("code", String.class),
                        row.get("title", String.class), row.get("threshold", BigDecimal.class),
                        List.of(json.readValue(row.get("levels", String.class), Scale.Level[].class)))))
                .all().collectList();
    }

    /// The links that start in the framework.
    Mono<List<CaseWriter.Bond>> bonds(UUID framework) {
        return db.sql("""
                SELECT l.identifier, l.changed_at, l.kind, a.identifier AS origin, a.title AS origin_title, b.identifier AS target,
                       b.title AS target_title
                  FROM competence_link l JOIN competence a ON a.id = l.from_id JOIN competence b ON b.id = l.to_id
                 WHERE a.framework_id = :framework AND NOT l.deleted AND NOT a.deleted AND NOT b.deleted ORDER BY l.identifier
                """).bind("framework", framework)
                .map(row -> new CaseWriter.Bond(row.get("identifier", UUID.class), row.get("changed_at", Instant.class),
                        CompetenceLink.Kind.valueOf(row.get("kind", String.class)), row.get("origin", UUID.class),
                        row.get("origin_title", String.class), row.get("target", UUID.class), row.get("target_title", String.class)))
                .all().collectList();
    }

    /// The version of a framework with this natural key.
    Mono<UUID> version(String key) {
        return db.sql("SELECT id FROM framework WHERE natural_key = :key AND NOT deleted").bind("key", key)
                .map(row -> row.get("id", UUID.class)).one();
    }

    record Known(UUID identifier, UUID id) {}

    /// Competences of other frameworks that stand here already, the newest of each identifier.
    Mono<Map<UUID, UUID>> known(Collection<UUID> identifiers, UUID besides) {
        return db.sql("""
                SELECT DISTINCT ON (identifier) identifier, id FROM competence
                 WHERE identifier = ANY (:identifiers) AND framework_id <> :besides AND NOT deleted
                 ORDER BY identifier, created_at DESC, id DESC
                """).bind("identifiers", identifiers.toArray(UUID[]::new)).bind("besides", besides).mapProperties(Known.class).all()
                .collectMap(Known::identifier, Known::id);
    }
}
