package ru.nms.diagnostics.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;

/// All SQL that writes results.
@Repository
class ResultStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    ResultStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// @param known  the registry has named this person
    /// @param learnt it has named anybody at all
    record Knowledge(boolean known, boolean learnt) {

        boolean refuses() {
            return learnt && !known;
        }
    }

    Mono<Knowledge> knowledgeOf(UUID person) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM person WHERE id = :person AND NOT deleted) AS known,
                       EXISTS (SELECT FROM person) AS learnt
                """)
                .bind("person", person)
                .mapProperties(Knowledge.class)
                .one();
    }

    /// What others reported already under the natural key.
    Mono<UUID> standing(Result.Content content) {
        return db.sql("""
                SELECT id FROM result
                 WHERE person_id = :person AND procedure = :procedure AND provider = :provider AND taken_on = :taken
                   AND NOT deleted AND attempt_id IS NULL
                """)
                .bind("person", content.personId())
                .bind("procedure", content.procedure())
                .bind("provider", content.provider())
                .bind("taken", content.takenOn())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    Mono<Void> insert(Result result) {
        return db.sql("""
                INSERT INTO result (id, version, created_at, changed_at, person_id, procedure, provider, taken_on,
                                    taken_at, occasion, round)
                VALUES (:id, :version, :created, :changed, :person, :procedure, :provider, :taken, :moment, :occasion, :round)
                """)
                .bind("id", result.id())
                .bind("version", result.version())
                .bind("created", result.createdAt())
                .bind("changed", result.changedAt())
                .bind("person", result.personId())
                .bind("procedure", result.procedure())
                .bind("provider", result.provider())
                .bind("taken", result.takenOn())
                .bind("moment", calendar.startOf(result.takenOn()))
                .bind("occasion", Parameter.fromOrEmpty(result.occasion(), String.class))
                .bind("round", Parameter.fromOrEmpty(result.round(), String.class))
                .then()
                .then(insertScores(result.id(), result.scores()));
    }

    private Mono<Void> insertScores(UUID result, List<Score> scores) {
        return db.sql("""
                INSERT INTO score (result_id, competence, points, maximum)
                SELECT :result, competence, points, maximum
                  FROM unnest(:competences, :points, :maxima) AS score (competence, points, maximum)
                """)
                .bind("result", result)
                .bind("competences", scores.stream().map(Score::competence).toArray(String[]::new))
                .bind("points", scores.stream().map(Score::points).toArray(BigDecimal[]::new))
                .bind("maxima", scores.stream().map(Score::maximum).toArray(BigDecimal[]::new))
                .then();
    }

    /// Writes only over the version this result was made from.
    Mono<Void> update(Result result) {
        return db.sql("""
                UPDATE result
                   SET version = :version, changed_at = :changed, person_id = :person, procedure = :procedure,
                       provider = :provider, taken_on = :taken, occasion = :occasion, round = :round,
                       taken_at = CASE WHEN attempt_id IS NULL THEN :moment ELSE taken_at END
                 WHERE id = :id AND version = :version - 1 AND NOT deleted
                """)
                .bind("id", result.id())
                .bind("version", result.version())
                .bind("changed", result.changedAt())
                .bind("person", result.personId())
                .bind("procedure", result.procedure())
                .bind("provider", result.provider())
                .bind("taken", result.takenOn())
                .bind("moment", calendar.startOf(result.takenOn()))
                .bind("occasion", Parameter.fromOrEmpty(result.occasion(), String.class))
                .bind("round", Parameter.fromOrEmpty(result.round(), String.class))
                .fetch().rowsUpdated()
                .flatMap(ResultStore::oneOrStale)
                .then(replaceScores(result));
    }

    private Mono<Void> replaceScores(Result result) {
        return db.sql("DELETE FROM score WHERE result_id = :result")
                .bind("result", result.id())
                .then()
                .then(insertScores(result.id(), result.scores()));
    }

    /// Whether an own attempt found it: then only that attempt changes it.
    Mono<Boolean> isOwn(UUID result) {
        return db.sql("SELECT attempt_id IS NOT NULL AS own FROM result WHERE id = :id")
                .bind("id", result)
                .map(row -> Boolean.TRUE.equals(row.get("own", Boolean.class)))
                .one();
    }

    /// What a provider's file told of it is believed no more: somebody knows better.
    Mono<Void> leaveProvider(UUID result) {
        return db.sql("""
                WITH told AS (
                    DELETE FROM provider_diagnosis WHERE id = (SELECT diagnosis_id FROM result WHERE id = :id) RETURNING id
                )
                UPDATE result SET diagnosis_id = NULL FROM told WHERE result.id = :id
                """)
                .bind("id", result)
                .then();
    }

    Mono<Void> annul(Result result) {
        return db.sql("""
                UPDATE result SET version = :version, changed_at = :changed, deleted = true
                 WHERE id = :id AND version = :version - 1 AND NOT deleted
                """)
                .bind("id", result.id())
                .bind("version", result.version())
                .bind("changed", result.changedAt())
                .fetch().rowsUpdated()
                .flatMap(ResultStore::oneOrStale);
    }

    private static Mono<Void> oneOrStale(long rows) {
        return rows == 1 ? Mono.empty() : Mono.error(Refusal::stale);
    }
}
