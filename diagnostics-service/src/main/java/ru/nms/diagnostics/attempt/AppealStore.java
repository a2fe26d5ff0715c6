package ru.nms.diagnostics.attempt;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.attempt.Appeal.Status;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;

/// All SQL of appeals.
@Repository
class AppealStore {

    static final Listing APPEALS = Listing.of("appeals", "p.id", "FROM appeal p JOIN attempt a ON a.id = p.attempt_id")
            .sort("createdAt", "p.created_at", Kind.INSTANT)
            .filter("campaignId", "a.campaign_id = :campaignId", Kind.ID)
            .filter("attemptId", "p.attempt_id = :attemptId", Kind.ID)
            .filter("status", "p.status = :status", Kind.TEXT);

    private static final String COLUMNS = """
            p.id, p.version, p.created_at, p.attempt_id, p.text, p.status, p.reason, p.points_before, p.points_after""";

    private final DatabaseClient db;
    private final Lists lists;

    AppealStore(DatabaseClient db, Lists lists) {
        this.db = db;
        this.lists = lists;
    }

    Mono<Void> insert(Appeal it) {
        return db.sql("""
                INSERT INTO appeal (id, version, created_at, changed_at, attempt_id, text, status, points_before)
                VALUES (:id, :version, :now, :now, :attempt, :text, :status, :before)
                """)
                .bind("id", it.id()).bind("version", it.version()).bind("now", it.createdAt()).bind("attempt", it.attemptId())
                .bind("text", it.text()).bind("status", it.status().name()).bind("before", it.pointsBefore())
                .fetch().rowsUpdated().then();
    }

    Mono<Appeal> find(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM appeal p WHERE p.id = :id").bind("id", id).map(AppealStore::read).one();
    }

    Mono<Appeal> of(UUID attempt) {
        return db.sql("SELECT " + COLUMNS + " FROM appeal p WHERE p.attempt_id = :attempt").bind("attempt", attempt)
                .map(AppealStore::read).one();
    }

    /// Whose appeals these are.
    Mono<List<UUID>> people(Collection<UUID> appeals) {
        return db.sql("SELECT DISTINCT a.person_id FROM appeal p JOIN attempt a ON a.id = p.attempt_id WHERE p.id = ANY (:appeals)")
                .bind("appeals", appeals.toArray(UUID[]::new))
                .map(row -> requireNonNull(row.get("person_id", UUID.class))).all().collectList();
    }

    Mono<Void> update(Appeal it, Instant now) {
        return db.sql("""
                UPDATE appeal SET version = :version, changed_at = :now, status = :status, reason = :reason, points_after = :after
                 WHERE id = :id
                """)
                .bind("version", it.version()).bind("now", now).bind("status", it.status().name()).bind("id", it.id())
                .bind("reason", Parameter.fromOrEmpty(it.reason(), String.class))
                .bind("after", Parameter.fromOrEmpty(it.pointsAfter(), BigDecimal.class))
                .fetch().rowsUpdated().then();
    }

    /// Keeps what the points were before they are changed.
    Mono<Void> regrade(UUID appeal, UUID attempt, Map<UUID, BigDecimal> points) {
        return db.sql("""
                INSERT INTO regrade (appeal_id, task_id, points_before, points_after)
                SELECT :appeal, n.task_id, coalesce(n.points, 0), fresh.points
                  FROM unnest(:tasks, :points) AS fresh (task_id, points)
                  JOIN answer n ON n.attempt_id = :attempt AND n.task_id = fresh.task_id
                """)
                .bind("appeal", appeal).bind("attempt", attempt)
                .bind("tasks", points.keySet().toArray(UUID[]::new)).bind("points", points.values().toArray(BigDecimal[]::new))
                .fetch().rowsUpdated().then();
    }

    Selection<Appeal> list(ListRequest request, Scope.Condition scope) {
        return lists.select(APPEALS, request, COLUMNS, scope, AppealStore::read);
    }

    private static Appeal read(Readable row) {
        return new Appeal(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("version", Long.class)),
                requireNonNull(row.get("created_at", Instant.class)), requireNonNull(row.get("attempt_id", UUID.class)),
                requireNonNull(row.get("text", String.class)), Status.valueOf(row.get("status", String.class)),
                row.get("reason", String.class), requireNonNull(row.get("points_before", BigDecimal.class)),
                row.get("points_after", BigDecimal.class));
    }
}
