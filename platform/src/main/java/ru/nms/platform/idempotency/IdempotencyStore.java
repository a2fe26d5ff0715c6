package ru.nms.platform.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.r2dbc.core.DatabaseClient;

import io.r2dbc.postgresql.codec.Json;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about kept answers.
final class IdempotencyStore {

    static final Duration KEEP = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DatabaseClient db;
    private final JsonMapper json;
    private final Clock clock;

    IdempotencyStore(DatabaseClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    record Kept(byte[] request, Answer answer) {}

    Mono<Kept> find(String caller, String key) {
        return db.sql("""
                SELECT request, status, CAST(headers AS text) AS headers, body FROM idempotency
                 WHERE caller = :caller AND key = :key AND created_at > :since
                """)
                .bind("caller", caller).bind("key", key).bind("since", clock.instant().minus(KEEP))
                .map(row -> new Kept(row.get("request", byte[].class), new Answer(row.get("status", Integer.class),
                        json.readValue(row.get("headers", String.class), HEADERS), row.get("body", byte[].class))))
                .one();
    }

    /// Until the end of the transaction nobody else works under this key.
    ///
    /// @return false when somebody does
    Mono<Boolean> lock(String caller, String key) {
        return db.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:caller || chr(10) || :key, 20)) AS mine")
                .bind("caller", caller).bind("key", key)
                .map(row -> Boolean.TRUE.equals(row.get("mine", Boolean.class)))
                .one();
    }

    /// Takes the place of an answer that has expired.
    Mono<Void> keep(String caller, String key, byte[] request, Answer answer) {
        return db.sql("""
                INSERT INTO idempotency AS old (caller, key, request, status, headers, body, created_at)
                VALUES (:caller, :key, :request, :status, :headers, :body, :now)
                ON CONFLICT (caller, key) DO UPDATE
                   SET request = excluded.request, status = excluded.status, headers = excluded.headers,
                       body = excluded.body, created_at = excluded.created_at
                """)
                .bind("caller", caller).bind("key", key).bind("request", request).bind("status", answer.status())
                .bind("headers", Json.of(json.writeValueAsString(answer.headers()))).bind("body", answer.body())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Long> removeExpired() {
        return db.sql("DELETE FROM idempotency WHERE created_at <= :before")
                .bind("before", clock.instant().minus(KEEP))
                .fetch().rowsUpdated();
    }
}
