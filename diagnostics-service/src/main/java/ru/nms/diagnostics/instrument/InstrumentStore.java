package ru.nms.diagnostics.instrument;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.instrument.Instrument.Status;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// What rules of instruments ask beyond one entry, and keys.
@Repository
class InstrumentStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    InstrumentStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// What a task must fit.
    record Frame(Status status, UUID frameworkId, int variants) {}

    /// Stays as it is until the transaction ends: who approves waits for those who are still changing tasks.
    Mono<Frame> held(UUID instrument) {
        return db.sql("SELECT status, framework_id, variants FROM instrument WHERE id = :id AND NOT deleted FOR SHARE")
                .bind("id", instrument).mapProperties(Frame.class).one();
    }

    /// Waits for those who are changing tasks; those who come later see what was decided. The scale is held too.
    Mono<Void> lock(UUID instrument) {
        return db.sql("SELECT id FROM instrument WHERE id = :id FOR UPDATE").bind("id", instrument).fetch().one()
                .then(db.sql("SELECT s.id FROM scale s JOIN instrument e ON e.scale_id = s.id WHERE e.id = :id FOR SHARE OF s")
                        .bind("id", instrument).fetch().all().then());
    }

    Mono<Boolean> scaleOf(UUID framework, UUID scale) {
        return db.sql("SELECT EXISTS (SELECT FROM scale WHERE id = :scale AND framework_id = :framework AND NOT deleted) AS yes")
                .bind("scale", scale).bind("framework", framework).map(row -> row.get("yes", Boolean.class)).one();
    }

    /// The number of the edition to come. Who makes another one at the same time waits.
    Mono<Integer> nextEdition(String code) {
        return db.sql("SELECT pg_advisory_xact_lock(hashtextextended('instrument ' || :code, 0))").bind("code", code).fetch().one()
                .then(db.sql("SELECT max(edition) + 1 AS next FROM instrument WHERE code = :code AND NOT deleted").bind("code", code)
                        .map(row -> row.get("next", Integer.class)).one());
    }

    Mono<Void> writeKey(UUID task, Key key) {
        return db.sql("""
                INSERT INTO task_key (task_id, key) VALUES (:task, CAST(:key AS jsonb))
                ON CONFLICT (task_id) DO UPDATE SET key = excluded.key
                """).bind("task", task).bind("key", json.writeValueAsString(key)).fetch().rowsUpdated().then();
    }

    Mono<Key> key(UUID task) {
        return db.sql("SELECT CAST(key AS text) AS key FROM task_key WHERE task_id = :task").bind("task", task)
                .map(row -> json.readValue(row.get("key", String.class), Key.class)).one();
    }

    Mono<Boolean> sealed(UUID instrument, Instant now) {
        return db.sql("SELECT EXISTS (SELECT FROM instrument mine WHERE mine.id = :instrument AND %s) AS yes".formatted(Seals.sealed("mine.code")))
                .bind("instrument", instrument).bind("now", now).map(row -> row.get("yes", Boolean.class)).one();
    }

    /// The keys of the tasks of one edition become those of the tasks made from them.
    Mono<Void> copyKeys(Map<UUID, UUID> made) {
        return db.sql("""
                INSERT INTO task_key (task_id, key)
                SELECT made.fresh, k.key FROM unnest(:from, :fresh) AS made (old, fresh) JOIN task_key k ON k.task_id = made.old
                """).bind("from", made.keySet().toArray(UUID[]::new)).bind("fresh", made.values().toArray(UUID[]::new))
                .fetch().rowsUpdated().then();
    }
}
