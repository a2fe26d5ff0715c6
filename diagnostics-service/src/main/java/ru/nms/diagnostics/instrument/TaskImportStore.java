package ru.nms.diagnostics.instrument;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// What the rows of a file mean.
@Repository
class TaskImportStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    TaskImportStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// The newest draft of the instrument with this folded code.
    Mono<UUID> draft(String code) {
        return db.sql("""
                SELECT id FROM instrument WHERE fold_name(code) = :code AND status = 'DRAFT' AND NOT deleted ORDER BY edition DESC LIMIT 1
                """).bind("code", code).map(row -> row.get("id", UUID.class)).one();
    }

    Mono<UUID> find(String naturalKey) {
        return db.sql("SELECT id FROM task WHERE natural_key = :key AND NOT deleted").bind("key", naturalKey)
                .map(row -> row.get("id", UUID.class)).one();
    }

    /// Whether the key already is this one.
    Mono<Boolean> sameKey(UUID task, Key key) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM task_key WHERE task_id = :task AND key = CAST(:key AS jsonb)) AS yes
                """).bind("task", task).bind("key", json.writeValueAsString(key)).map(row -> row.get("yes", Boolean.class)).one();
    }
}
