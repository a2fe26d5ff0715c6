package ru.nms.platform.sync;

import java.time.Instant;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All SQL of the change feed.
final class FeedStore {

    private final DatabaseClient db;

    FeedStore(DatabaseClient db) {
        this.db = db;
    }

    /// @param json the item as it goes over the wire
    record Row(long tx, UUID id, String json) {}

    /// @param tx        every transaction below it has ended
    /// @param instant   everything committed before it is visible to the feed
    /// @param floor     tombstones of transactions up to it were removed
    record Watermark(long tx, Instant instant, long floor) {}

    Mono<Watermark> watermark(String collection) {
        return db.sql("""
                SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint) AS tx,
                       coalesce((SELECT min(xact_start) FROM pg_stat_activity WHERE backend_xid IS NOT NULL),
                                statement_timestamp()) AS instant,
                       coalesce((SELECT CAST(CAST(tx AS text) AS bigint) FROM feed_floor
                                  WHERE collection = :collection), 0) AS floor
                """)
                .bind("collection", collection)
                .mapProperties(Watermark.class)
                .one();
    }

    /// Current states behind the cursor, oldest change first; each object once.
    Flux<Row> changes(Feed feed, FeedCursor after, long watermark, int limit) {
        return db.sql("""
                SELECT CAST(CAST(%1$s.changed_tx AS text) AS bigint) AS tx, %1$s.id AS id,
                       CAST(json_build_object('id', %1$s.id, 'version', %1$s.version, 'changedAt', %1$s.changed_at,
                            'deleted', %1$s.deleted,
                            CASE WHEN %1$s.deleted THEN 'key' ELSE 'data' END,
                            CASE WHEN %1$s.deleted THEN %3$s ELSE %4$s END) AS text) AS json
                  FROM %2$s
                 WHERE (%1$s.changed_tx, %1$s.id) > (CAST(:tx AS xid8), :id)
                   AND %1$s.changed_tx < CAST(:watermark AS xid8)
                 ORDER BY %1$s.changed_tx, %1$s.id
                 LIMIT :limit
                """.formatted(feed.alias(), feed.table(), feed.naturalKey(), feed.document()))
                .bind("tx", Long.toString(after.tx()))
                .bind("id", after.id())
                .bind("watermark", Long.toString(watermark))
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all();
    }

    /// @return how many were removed
    Mono<Long> removeTombstones(Feed feed, Instant before, int limit) {
        return db.sql("""
                WITH gone AS (
                    DELETE FROM %2$s
                     WHERE %1$s.id IN (SELECT %1$s.id FROM %2$s WHERE %1$s.deleted AND %1$s.changed_at < :before
                                        ORDER BY %1$s.changed_tx, %1$s.id LIMIT :limit)
                    RETURNING CAST(CAST(%1$s.changed_tx AS text) AS bigint) AS tx
                ), raised AS (
                    INSERT INTO feed_floor AS mine (collection, tx)
                    SELECT :collection, CAST(CAST(max(tx) AS text) AS xid8) FROM gone HAVING count(*) > 0
                    ON CONFLICT (collection) DO UPDATE SET tx = greatest(mine.tx, excluded.tx)
                )
                SELECT count(*) AS removed FROM gone
                """.formatted(feed.alias(), feed.table()))
                .bind("before", before)
                .bind("limit", limit)
                .bind("collection", feed.collection())
                .mapValue(Long.class)
                .one();
    }

    /// @param count  living objects
    /// @param sha256 over the lines `id:version\n` of all living objects in the order of their ids
    record Checksum(long count, String sha256) {}

    Mono<Checksum> checksum(Feed feed, long watermark) {
        return db.sql("""
                SELECT count(*) AS count,
                       encode(sha256(convert_to(coalesce(string_agg(%1$s.id || ':' || %1$s.version || E'\\n', ''
                              ORDER BY %1$s.id), ''), 'UTF8')), 'hex') AS sha256
                  FROM %2$s
                 WHERE NOT %1$s.deleted AND %1$s.changed_tx < CAST(:watermark AS xid8)
                """.formatted(feed.alias(), feed.table()))
                .bind("watermark", Long.toString(watermark))
                .mapProperties(Checksum.class)
                .one();
    }
}
