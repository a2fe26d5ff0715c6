package ru.nms.registry.municipality;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;
import ru.nms.registry.municipality.EvidenceResource.Evidence;

/// All SQL about what bears out a type of territory.
@Repository
class EvidenceStore {

    private final DatabaseClient db;

    EvidenceStore(DatabaseClient db) {
        this.db = db;
    }

    record Stored(long version, @Nullable String territoryType, @Nullable Evidence evidence) {}

    Mono<Stored> find(UUID municipality) {
        return db.sql("""
                SELECT coalesce(e.version, 0) AS version, m.territory_type, e.official_list, e.km_from_city, e.document
                  FROM municipality m LEFT JOIN territory_evidence e ON e.municipality_id = m.id
                 WHERE m.id = :id
                """)
                .bind("id", municipality)
                .map(row -> {
                    var listed = row.get("official_list", Boolean.class);
                    return new Stored(row.get("version", Long.class), row.get("territory_type", String.class), listed == null ? null
                            : new Evidence(listed, row.get("km_from_city", Integer.class), row.get("document", String.class)));
                })
                .one();
    }

    /// Writes over the version it was made from.
    Mono<Void> save(UUID municipality, long version, Evidence evidence, Instant now) {
        return db.sql("""
                INSERT INTO territory_evidence AS mine (municipality_id, version, official_list, km_from_city, document, changed_at)
                VALUES (:id, :version + 1, :listed, :km, :document, :now)
                ON CONFLICT (municipality_id) DO UPDATE
                   SET version = excluded.version, official_list = excluded.official_list, km_from_city = excluded.km_from_city,
                       document = excluded.document, changed_at = excluded.changed_at
                 WHERE mine.version = excluded.version - 1
                """)
                .bind("id", municipality)
                .bind("version", version)
                .bind("listed", evidence.officialList())
                .bind("km", Parameters.in(R2dbcType.INTEGER, evidence.kmFromCity()))
                .bind("document", Parameters.in(R2dbcType.VARCHAR, evidence.document()))
                .bind("now", now)
                .fetch().rowsUpdated()
                .filter(written -> written == 1)
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }
}
