package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL about the work of communities that no register has.
@Repository
class CommunityWorkStore {

    /// A community of whose year nothing was analysed.
    record Unanalysed(UUID communityId, String title) {}

    private final DatabaseClient db;

    CommunityWorkStore(DatabaseClient db) {
        this.db = db;
    }

    /// Communities that worked in the year.
    Flux<Unanalysed> unanalysed(int year) {
        return db.sql("""
                SELECT c.id AS community_id, c.title FROM community c
                 WHERE NOT c.deleted AND (c.since IS NULL OR c.since <= :last) AND (c.until IS NULL OR c.until > :first)
                   AND NOT EXISTS (SELECT FROM community_result r WHERE r.community_id = c.id AND r.year = :year
                                      AND r.analysis IS NOT NULL AND NOT r.deleted)
                 ORDER BY c.title, c.id LIMIT 1000
                """)
                .bind("year", year).bind("first", LocalDate.of(year, 1, 1)).bind("last", LocalDate.of(year, 12, 31))
                .mapProperties(Unanalysed.class)
                .all();
    }

    /// Whether the community belongs to the network.
    Mono<Boolean> inNetwork(UUID community, UUID network) {
        return db.sql("SELECT EXISTS (SELECT FROM community_network n WHERE n.id = :network AND :community = ANY (n.community_ids)) AS yes")
                .bind("network", network).bind("community", community)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class)))
                .one();
    }
}
