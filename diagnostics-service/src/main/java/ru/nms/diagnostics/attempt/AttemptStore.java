package ru.nms.diagnostics.attempt;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Answer;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of attempts but the saving of answers.
@Repository
class AttemptStore {

    private static final String COLUMNS = """
            id, version, campaign_id, person_id, instrument_id, number, variant, started_at, deadline, status, submitted_at, points,
            maximum, result_id, secret""";

    private final DatabaseClient db;
    private final JsonMapper json;

    AttemptStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    Mono<Attempt> find(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM attempt WHERE id = :id").bind("id", id).mapProperties(Attempt.class).one();
    }

    /// Waits for those who save an answer meanwhile, and lets nobody save one from now on.
    Mono<Attempt> locked(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM attempt WHERE id = :id FOR UPDATE").bind("id", id)
                .mapProperties(Attempt.class).one();
    }

    /// Those before, and the one that runs.
    record Earlier(int last, int counted, UUID running) {}

    Mono<Earlier> earlier(UUID campaign, UUID person) {
        return db.sql("""
                SELECT coalesce(max(number), 0) AS last, CAST(count(*) FILTER (WHERE status <> 'ANNULLED') AS int) AS counted,
                       CAST(max(CAST(id AS text)) FILTER (WHERE status = 'RUNNING') AS uuid) AS running
                  FROM attempt WHERE campaign_id = :campaign AND person_id = :person
                """).bind("campaign", campaign).bind("person", person).mapProperties(Earlier.class).one();
    }

    Mono<Void> insert(Attempt it) {
        return db.sql("""
                INSERT INTO attempt (id, version, created_at, changed_at, campaign_id, person_id, instrument_id, number, variant,
                                     started_at, deadline, status, secret)
                VALUES (:id, :version, :now, :now, :campaign, :person, :instrument, :number, :variant, :now, :deadline, :status, :secret)
                """)
                .bind("id", it.id()).bind("version", it.version()).bind("now", it.startedAt()).bind("campaign", it.campaignId())
                .bind("person", it.personId()).bind("instrument", it.instrumentId()).bind("number", it.number())
                .bind("variant", it.variant()).bind("deadline", it.deadline()).bind("status", it.status().name())
                .bind("secret", Parameter.fromOrEmpty(it.secret(), UUID.class))
                .fetch().rowsUpdated().then();
    }

    /// The attempt is locked.
    Mono<Void> update(Attempt it, Instant now) {
        return db.sql("""
                UPDATE attempt SET version = :version, changed_at = :now, status = :status, submitted_at = :submitted,
                       points = :points, maximum = :maximum, result_id = :result
                 WHERE id = :id
                """)
                .bind("id", it.id()).bind("version", it.version()).bind("now", now).bind("status", it.status().name())
                .bind("submitted", Parameter.fromOrEmpty(it.submittedAt(), Instant.class))
                .bind("points", Parameter.fromOrEmpty(it.points(), BigDecimal.class))
                .bind("maximum", Parameter.fromOrEmpty(it.maximum(), BigDecimal.class))
                .bind("result", Parameter.fromOrEmpty(it.resultId(), UUID.class))
                .fetch().rowsUpdated().then();
    }

    Mono<List<SavedAnswer>> answers(UUID attempt) {
        return db.sql("""
                SELECT task_id, revision, CAST(answer AS text) AS answer, saved_at, points FROM answer
                 WHERE attempt_id = :attempt ORDER BY task_id
                """)
                .bind("attempt", attempt)
                .map(row -> new SavedAnswer(requireNonNull(row.get("task_id", UUID.class)),
                        requireNonNull(row.get("revision", Long.class)),
                        json.readValue(requireNonNull(row.get("answer", String.class)), Answer.class),
                        requireNonNull(row.get("saved_at", Instant.class)), row.get("points", BigDecimal.class)))
                .all().collectList();
    }

    Mono<Void> grade(UUID attempt, Map<UUID, BigDecimal> points) {
        return points.isEmpty() ? Mono.empty() : db.sql("""
                UPDATE answer SET points = graded.points
                  FROM unnest(:tasks, :points) AS graded (task_id, points)
                 WHERE answer.attempt_id = :attempt AND answer.task_id = graded.task_id
                """)
                .bind("attempt", attempt)
                .bind("tasks", points.keySet().toArray(UUID[]::new))
                .bind("points", points.values().toArray(BigDecimal[]::new))
                .fetch().rowsUpdated().then();
    }

    /// An attempt that should have ended, and its place among them.
    record Overdue(Instant deadline, UUID id) {

        static final Overdue NONE = new Overdue(Instant.EPOCH, new UUID(0, 0));
    }

    /// Running ones whose time is up, some at a time.
    Mono<List<Overdue>> overdue(Instant now, Overdue after, int most) {
        return db.sql("""
                SELECT deadline, id FROM attempt
                 WHERE status = 'RUNNING' AND deadline <= :now AND (deadline, id) > (:after, :id)
                 ORDER BY deadline, id LIMIT :most
                """).bind("now", now).bind("after", after.deadline()).bind("id", after.id()).bind("most", most)
                .mapProperties(Overdue.class).all().collectList();
    }

    /// The campaign lasts longer: so do those that would have ended with it.
    Mono<Map<UUID, Long>> extend(UUID campaign, Instant now) {
        return db.sql("""
                UPDATE attempt a
                   SET version = a.version + 1, changed_at = :now, deadline = least(c.ends_at, a.started_at + i.time_limit)
                  FROM campaign c
                  JOIN (SELECT id, time_limit_minutes * interval '1 minute' AS time_limit FROM instrument) AS i ON i.id = c.instrument_id
                 WHERE c.id = :campaign AND a.campaign_id = c.id AND a.status = 'RUNNING'
                   AND a.deadline < least(c.ends_at, a.started_at + i.time_limit)
                RETURNING a.id, a.version
                """).bind("campaign", campaign).bind("now", now)
                .map(row -> Map.entry(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("version", Long.class))))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// Attempts of a merged person follow; in a campaign that both took part in they come after those of the one who stays.
    Mono<Void> passOn(UUID from, UUID to) {
        return db.sql("""
                UPDATE attempt moved
                   SET person_id = :to, version = version + 1,
                       status = CASE WHEN status = 'RUNNING' AND EXISTS (
                                    SELECT FROM attempt kept WHERE kept.campaign_id = moved.campaign_id AND kept.person_id = :to
                                       AND kept.status = 'RUNNING') THEN 'ANNULLED' ELSE status END,
                       number = number + (SELECT coalesce(max(kept.number), 0) FROM attempt kept
                                           WHERE kept.campaign_id = moved.campaign_id AND kept.person_id = :to)
                 WHERE person_id = :from
                """).bind("from", from).bind("to", to).fetch().rowsUpdated().then();
    }

    Mono<Void> erase(UUID person) {
        var own = "(SELECT id FROM attempt WHERE person_id = :person)";
        return Flux.just("DELETE FROM regrade WHERE appeal_id IN (SELECT id FROM appeal WHERE attempt_id IN " + own + ")",
                        "DELETE FROM appeal WHERE attempt_id IN " + own,
                        "DELETE FROM judgement WHERE attempt_id IN " + own,
                        "DELETE FROM answer WHERE attempt_id IN " + own,
                        "DELETE FROM attempt WHERE person_id = :person",
                        "UPDATE judgement SET judge_id = gen_random_uuid() WHERE judge_id = :person")
                .concatMap(sql -> db.sql(sql).bind("person", person).then()).then();
    }
}
