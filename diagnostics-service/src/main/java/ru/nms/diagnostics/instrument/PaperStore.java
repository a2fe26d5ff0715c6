package ru.nms.diagnostics.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Criterion;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.json.EventJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads whole instruments, keys included.
@Repository
class PaperStore {

    private static final TypeReference<List<Option>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};

    /// SQL that begins a query and gives `areas` of the competences of an instrument's framework: the area of a competence is its own or
    /// that of the nearest one above it.
    static final String AREAS = """
            WITH RECURSIVE areas AS (
                SELECT c.id, c.code, c.area FROM competence c JOIN instrument i ON i.framework_id = c.framework_id
                 WHERE i.id = %s AND c.parent_id IS NULL AND NOT c.deleted
                UNION ALL
                SELECT c.id, c.code, coalesce(c.area, a.area)
                  FROM competence c JOIN areas a ON a.id = c.parent_id WHERE NOT c.deleted)
            """;

    private final DatabaseClient db;
    private final JsonMapper json;

    PaperStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    Mono<Paper> find(UUID id) {
        return items(id).flatMap(items -> db.sql("""
                SELECT e.id, e.code, e.edition, e.title, e.procedure, e.provider, e.framework_id, e.time_limit_minutes, e.variants,
                       e.status <> 'DRAFT' AS approved, s.threshold
                  FROM instrument e LEFT JOIN scale s ON s.id = e.scale_id
                 WHERE e.id = :id AND NOT e.deleted
                """).bind("id", id).map(row -> paper(row, items)).one());
    }

    private static Paper paper(Readable row, List<Paper.Item> items) {
        return new Paper(row.get("id", UUID.class), row.get("code", String.class), row.get("edition", Integer.class),
                row.get("title", String.class), row.get("procedure", String.class), row.get("provider", String.class),
                row.get("framework_id", UUID.class), row.get("threshold", BigDecimal.class),
                row.get("time_limit_minutes", Integer.class), row.get("variants", Integer.class),
                row.get("approved", Boolean.class), items);
    }

    Mono<List<Paper.Item>> items(UUID instrument) {
        return db.sql(AREAS.formatted(":instrument") + """
                SELECT t.id, t.block, t.variant, t.number, t.kind, t.competence, a.area, t.stem, CAST(t.options AS text) AS options,
                       CAST(t.targets AS text) AS targets, t.points, CAST(t.criteria AS text) AS criteria, CAST(k.key AS text) AS key
                  FROM task t
                  JOIN instrument e ON e.id = t.instrument_id
                  LEFT JOIN areas a ON a.code = t.competence
                  LEFT JOIN task_key k ON k.task_id = t.id
                 WHERE t.instrument_id = :instrument AND NOT t.deleted
                 ORDER BY t.block, t.number, t.variant NULLS FIRST, t.id
                """).bind("instrument", instrument).map(this::item).all().collectList();
    }

    private Paper.Item item(Readable row) {
        return new Paper.Item(row.get("id", UUID.class), row.get("block", String.class), row.get("variant", Integer.class),
                row.get("number", Integer.class), TaskKind.valueOf(row.get("kind", String.class)), row.get("competence", String.class),
                row.get("area", String.class), row.get("stem", String.class), json.readValue(row.get("options", String.class), OPTIONS),
                json.readValue(row.get("targets", String.class), OPTIONS), BigDecimal.valueOf(row.get("points", Integer.class)),
                json.readValue(row.get("criteria", String.class), CRITERIA), key(row.get("key", String.class)));
    }

    private @Nullable Key key(@Nullable String text) {
        return text == null ? null : json.readValue(text, Key.class);
    }
}
