package ru.nms.diagnostics.result;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL by which results follow a person who goes on under another id.
@Repository
class ResultTraceStore {

    private final DatabaseClient db;

    ResultTraceStore(DatabaseClient db) {
        this.db = db;
    }

    /// What was reported under both ids was reported twice; the entry of the one who stays is kept.
    ///
    /// @return versions by the ids of those annulled
    Mono<Map<UUID, Long>> annulTwins(UUID from, UUID to, Instant now) {
        return db.sql("""
                UPDATE result SET version = version + 1, changed_at = :now, deleted = true
                 WHERE person_id = :from AND NOT deleted AND attempt_id IS NULL
                   AND EXISTS (SELECT FROM result kept
                                WHERE kept.person_id = :to AND kept.procedure = result.procedure
                                  AND kept.provider = result.provider AND kept.taken_on = result.taken_on
                                  AND NOT kept.deleted AND kept.attempt_id IS NULL)
                RETURNING id, version
                """)
                .bind("from", from).bind("to", to).bind("now", now)
                .map(row -> Map.entry(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("version", Long.class))))
                .all()
                .collect(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    Mono<List<UUID>> passOn(UUID from, UUID to, Instant now) {
        return db.sql("""
                UPDATE result SET version = version + 1, changed_at = :now, person_id = :to
                 WHERE person_id = :from AND NOT deleted
                RETURNING id
                """)
                .bind("from", from).bind("to", to).bind("now", now)
                .map(row -> requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    /// @return versions by the ids of those that were living
    Mono<Map<UUID, Long>> erase(UUID person, Instant now) {
        return db.sql("DELETE FROM score WHERE result_id IN (SELECT id FROM result WHERE person_id = :person)").bind("person", person).then()
                .then(db.sql("""
                        UPDATE result SET version = version + 1, changed_at = :now, deleted = true, person_id = gen_random_uuid(),
                               occasion = NULL, attempt_id = NULL
                         WHERE person_id = :person
                        RETURNING id, version
                        """)
                        .bind("person", person).bind("now", now)
                        .map(row -> Map.entry(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("version", Long.class))))
                        .all()
                        .collect(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue())));
    }
}
