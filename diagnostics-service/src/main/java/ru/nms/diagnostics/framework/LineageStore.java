package ru.nms.diagnostics.framework;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.framework.Frameworks.Kin;
import ru.nms.platform.json.EventJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// By what results of one version are read in another.
@Repository
class LineageStore {

    private static final TypeReference<List<Scale.Level>> LEVELS = new TypeReference<>() {};

    private final DatabaseClient db;
    private final JsonMapper json;

    LineageStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// Backwards along what was replaced, both ways along what is the same; links in a circle end.
    Flux<Kin> kin(UUID framework) {
        return db.sql("""
                WITH RECURSIVE kin AS (
                    SELECT c.id, c.code FROM competence c WHERE c.framework_id = :framework AND NOT c.deleted
                    UNION
                    SELECT other.id, kin.code
                      FROM kin
                      JOIN competence_link l ON NOT l.deleted AND (l.to_id = kin.id OR l.from_id = kin.id AND l.kind = 'EXACT_MATCH')
                      JOIN competence other ON other.id = CASE WHEN l.to_id = kin.id THEN l.from_id ELSE l.to_id END AND NOT other.deleted)
                SELECT id, code FROM kin
                """).bind("framework", framework).mapProperties(Kin.class).all();
    }

    Mono<Map<UUID, Scale>> scales() {
        return db.sql("SELECT id, framework_id, code, title, threshold, CAST(levels AS text) AS levels FROM scale WHERE NOT deleted")
                .map(row -> Map.entry(requireNonNull(row.get("id", UUID.class)), new Scale(requireNonNull(row.get("framework_id", UUID.class)),
                        requireNonNull(row.get("code", String.class)), requireNonNull(row.get("title", String.class)),
                        requireNonNull(row.get("threshold", java.math.BigDecimal.class)),
                        json.readValue(requireNonNull(row.get("levels", String.class)), LEVELS))))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
