package ru.nms.diagnostics.attempt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Answer;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// SQL of the hottest path: saving one answer is one statement.
@Repository
class AnswerStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    AnswerStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// What never changes of an attempt.
    record Seat(UUID id, UUID personId, UUID instrumentId, int variant, @Nullable UUID secret) {}

    Mono<Seat> seat(UUID attempt) {
        return db.sql("SELECT id, person_id, instrument_id, variant, secret FROM attempt WHERE id = :id").bind("id", attempt)
                .mapProperties(Seat.class).one();
    }

    /// Empty when nothing was saved. The lock keeps a submission waiting, so that no saved answer is left out of it; many
    /// answers of one attempt do not wait for each other.
    Mono<Boolean> save(UUID attempt, UUID task, long revision, Answer answer, Instant now) {
        return db.sql("""
                WITH running AS (
                    SELECT id FROM attempt WHERE id = :attempt AND status = 'RUNNING' AND deadline > :now FOR KEY SHARE
                )
                INSERT INTO answer AS mine (attempt_id, task_id, revision, answer, saved_at)
                SELECT id, :task, :revision, CAST(:answer AS jsonb), :now FROM running
                ON CONFLICT (attempt_id, task_id) DO UPDATE
                   SET revision = excluded.revision, answer = excluded.answer, saved_at = excluded.saved_at
                 WHERE mine.revision < excluded.revision
                """)
                .bind("attempt", attempt).bind("task", task).bind("revision", revision)
                .bind("answer", json.writeValueAsString(answer)).bind("now", now)
                .fetch().rowsUpdated()
                .filter(rows -> rows == 1)
                .map(rows -> true);
    }

    /// Why nothing was saved.
    ///
    /// @param revision that is there; absent when none is
    /// @param same     whether it says what was to be saved
    record Standing(String status, Instant deadline, @Nullable Long revision, boolean same) {}

    Mono<Standing> standing(UUID attempt, UUID task, long revision, Answer answer) {
        return db.sql("""
                SELECT a.status, a.deadline, n.revision,
                       coalesce(n.revision = :revision AND n.answer = CAST(:answer AS jsonb), false) AS same
                  FROM attempt a LEFT JOIN answer n ON n.attempt_id = a.id AND n.task_id = :task
                 WHERE a.id = :attempt
                """)
                .bind("attempt", attempt).bind("task", task).bind("revision", revision)
                .bind("answer", json.writeValueAsString(answer))
                .map(row -> new Standing(requireNonNull(row.get("status", String.class)),
                        requireNonNull(row.get("deadline", Instant.class)), row.get("revision", Long.class),
                        Boolean.TRUE.equals(row.get("same", Boolean.class))))
                .one();
    }
}
