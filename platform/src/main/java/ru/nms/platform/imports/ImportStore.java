package ru.nms.platform.imports;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.imports.ImportKind.Verdict;

/// All SQL about import jobs.
final class ImportStore {

    /// Of a job: a first look at a large file needs no more.
    static final int MOST_CHANGES = 100_000;

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final String COLUMNS = """
            id, kind, mode, atomic, status, phase, rows, created, changed, unchanged, refused, titles, failure,
            failure_row, created_at, changed_at, caller
            """;

    private final DatabaseClient db;
    private final Clock clock;

    ImportStore(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Empty when the caller already sent an upload with this key.
    Mono<ImportJob> create(UUID id, String kind, String mode, boolean atomic, String caller, String rights,
                           @Nullable String key) {
        var spec = db.sql("""
                INSERT INTO import_job (id, kind, mode, atomic, caller, rights, request_key, status, phase, created_at, changed_at,
                                        lease_until)
                VALUES (:id, :kind, :mode, :atomic, :caller, CAST(:rights AS jsonb), :key, 'UPLOADING', :mode, :now, :now, :lease)
                ON CONFLICT (caller, request_key) DO NOTHING
                RETURNING %s
                """.formatted(COLUMNS))
                .bind("id", id)
                .bind("kind", kind)
                .bind("mode", mode)
                .bind("atomic", atomic)
                .bind("caller", caller)
                .bind("rights", rights)
                .bind("now", clock.instant())
                .bind("lease", clock.instant().plus(LEASE));
        return (key == null ? spec.bindNull("key", String.class) : spec.bind("key", key))
                .mapProperties(ImportJob.class).one();
    }

    Mono<ImportJob> find(UUID id) {
        return db.sql("SELECT %s FROM import_job WHERE id = :id".formatted(COLUMNS))
                .bind("id", id).mapProperties(ImportJob.class).one();
    }

    Mono<ImportJob> findByKey(String caller, String key) {
        return db.sql("SELECT %s FROM import_job WHERE caller = :caller AND request_key = :key".formatted(COLUMNS))
                .bind("caller", caller).bind("key", key).mapProperties(ImportJob.class).one();
    }

    Mono<Void> addChunk(UUID job, long n, byte[] bytes) {
        return db.sql("""
                WITH alive AS (UPDATE import_job SET lease_until = :lease WHERE id = :job)
                INSERT INTO import_chunk (job, n, bytes) VALUES (:job, :n, :bytes)
                """)
                .bind("lease", clock.instant().plus(LEASE))
                .bind("job", job).bind("n", (int) n).bind("bytes", ByteBuffer.wrap(bytes)).then();
    }

    /// In the order in which they were sent; read one by one, so that a large file is never in memory.
    Flux<byte[]> chunks(UUID job) {
        return Flux.range(0, Integer.MAX_VALUE)
                .concatMap(n -> db.sql("SELECT bytes FROM import_chunk WHERE job = :job AND n = :n")
                        .bind("job", job).bind("n", n)
                        .map(row -> row.get("bytes", byte[].class)).one()
                        .map(java.util.Optional::of).defaultIfEmpty(java.util.Optional.empty()), 1)
                .takeWhile(java.util.Optional::isPresent)
                .map(java.util.Optional::get);
    }

    Mono<Void> uploaded(UUID job) {
        return db.sql("""
                UPDATE import_job SET status = 'RUNNING', changed_at = :now, lease_until = :now WHERE id = :job
                """)
                .bind("now", clock.instant()).bind("job", job).then();
    }

    /// The oldest job that nobody works on; claimed in the same statement.
    Mono<ImportJob> claim() {
        return db.sql("""
                UPDATE import_job SET lease_until = :lease
                 WHERE id = (SELECT id FROM import_job
                              WHERE status = 'RUNNING' AND lease_until <= :now
                              ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING %s
                """.formatted(COLUMNS))
                .bind("lease", clock.instant().plus(LEASE))
                .bind("now", clock.instant())
                .mapProperties(ImportJob.class).one();
    }

    /// Adds what a batch did.
    Mono<Void> progress(UUID job, long rows, long created, long changed, long unchanged, long refused) {
        return db.sql("""
                UPDATE import_job
                   SET rows = rows + :rows, created = created + :created, changed = changed + :changed,
                       unchanged = unchanged + :unchanged, refused = refused + :refused,
                       changed_at = :now, lease_until = :lease
                 WHERE id = :job
                """)
                .bind("rows", rows).bind("created", created).bind("changed", changed).bind("unchanged", unchanged)
                .bind("refused", refused).bind("now", clock.instant()).bind("lease", clock.instant().plus(LEASE))
                .bind("job", job)
                .then();
    }

    Mono<Void> refuse(UUID job, int row, List<String> cells, String faults) {
        return db.sql("""
                INSERT INTO import_refusal (job, row, cells, faults) VALUES (:job, :row, :cells, CAST(:faults AS jsonb))
                ON CONFLICT (job, row) DO UPDATE SET faults = excluded.faults
                """)
                .bind("job", job).bind("row", row).bind("cells", cells.toArray(String[]::new)).bind("faults", faults)
                .then();
    }

    Mono<Void> titles(UUID job, List<String> titles) {
        return db.sql("UPDATE import_job SET titles = :titles WHERE id = :job")
                .bind("titles", titles.toArray(String[]::new)).bind("job", job).then();
    }

    /// Who sent the file; empty in jobs of an older build.
    Mono<String> rights(UUID job) {
        return db.sql("SELECT CAST(rights AS text) AS rights FROM import_job WHERE id = :job AND rights IS NOT NULL")
                .bind("job", job).map(row -> row.get("rights", String.class)).one();
    }

    /// What an earlier worker noted of rows that were never stored goes.
    Mono<Void> restart(UUID job) {
        return db.sql("""
                WITH refusals AS (DELETE FROM import_refusal WHERE job = :job),
                     changes AS (DELETE FROM import_change WHERE job = :job)
                UPDATE import_job SET rows = 0, created = 0, changed = 0, unchanged = 0, refused = 0, lease_until = :lease
                 WHERE id = :job
                """)
                .bind("lease", clock.instant().plus(LEASE)).bind("job", job).then();
    }

    /// Makes the transaction one that may last, and says whether this process is the only one that works on the job.
    Mono<Boolean> lasting(UUID job) {
        return db.sql("""
                SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || CAST(:job AS text), 30)) AS mine,
                       set_config('transaction_timeout', '0', true)
                """)
                .bind("job", job).map(row -> row.get("mine", Boolean.class)).one();
    }

    Mono<Void> savepoint() {
        return db.sql("SAVEPOINT batch").then();
    }

    Mono<Void> keepSavepoint() {
        return db.sql("RELEASE SAVEPOINT batch").then();
    }

    Mono<Void> backToSavepoint() {
        return db.sql("ROLLBACK TO SAVEPOINT batch").then();
    }

    /// What rows did, up to the first many; after [#progress].
    ///
    /// @param changes JSON array of `{row, verdict, columns}`
    Mono<Void> changes(UUID job, String changes) {
        return db.sql("""
                INSERT INTO import_change (job, row, verdict, columns)
                SELECT j.id, c.row, c.verdict, c.columns
                  FROM import_job j, jsonb_to_recordset(CAST(:changes AS jsonb)) AS c (row int, verdict text, columns text[])
                 WHERE j.id = :job AND j.created + j.changed <= :most
                ON CONFLICT (job, row) DO NOTHING
                """)
                .bind("changes", changes).bind("job", job).bind("most", MOST_CHANGES).then();
    }

    /// @param columns titles of the changed ones; empty of a new thing
    record ChangedRow(int row, Verdict verdict, List<String> columns) {}

    Flux<ChangedRow> changes(UUID job, @Nullable Verdict verdict, int after, int limit) {
        var spec = db.sql("""
                SELECT row, verdict, columns FROM import_change
                 WHERE job = :job AND row > :after AND verdict = coalesce(:verdict, verdict) ORDER BY row LIMIT :limit
                """)
                .bind("job", job).bind("after", after).bind("limit", limit);
        return (verdict == null ? spec.bindNull("verdict", String.class) : spec.bind("verdict", verdict.name()))
                .map(row -> new ChangedRow(row.get("row", Integer.class), Verdict.valueOf(row.get("verdict", String.class)),
                        List.of(row.get("columns", String[].class))))
                .all();
    }

    Mono<Void> end(UUID job, String status, @Nullable String failure, @Nullable Integer failureRow) {
        var spec = db.sql("""
                WITH file AS (DELETE FROM import_chunk WHERE job = :job)
                UPDATE import_job SET status = :status, failure = :failure, failure_row = :row, changed_at = :now
                 WHERE id = :job
                """)
                .bind("job", job).bind("status", status).bind("now", clock.instant());
        spec = failure == null ? spec.bindNull("failure", String.class) : spec.bind("failure", failure);
        return (failureRow == null ? spec.bindNull("row", Integer.class) : spec.bind("row", failureRow)).then();
    }

    /// Uploads that broke off, and jobs older than the time personal data may lie in them.
    Mono<Long> removeAbandoned(Duration keep) {
        return db.sql("""
                DELETE FROM import_job
                 WHERE status = 'UPLOADING' AND lease_until < :stalled
                    OR status IN ('DONE', 'FAILED') AND changed_at < :old
                """)
                .bind("stalled", clock.instant().minus(Duration.ofMinutes(10)))
                .bind("old", clock.instant().minus(keep))
                .fetch().rowsUpdated();
    }

    /// @param faults JSON array of `{column, code, ru, en}`
    record RefusedRow(int row, List<String> cells, String faults) {}

    Flux<RefusedRow> refusals(UUID job, int after, int limit) {
        return db.sql("""
                SELECT row, cells, CAST(faults AS text) AS faults FROM import_refusal
                 WHERE job = :job AND row > :after ORDER BY row LIMIT :limit
                """)
                .bind("job", job).bind("after", after).bind("limit", limit)
                .map(row -> new RefusedRow(row.get("row", Integer.class), List.of(row.get("cells", String[].class)),
                        row.get("faults", String.class)))
                .all();
    }
}
