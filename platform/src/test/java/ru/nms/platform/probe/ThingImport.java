package ru.nms.platform.probe;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// Imports things by a natural key: the id in the file.
final class ThingImport implements ImportKind {

    private static final Columns COLUMNS = Columns.of(
            Column.text("id", "Код").mandatory(), Column.text("title", "Название").mandatory());

    private final DatabaseClient db;
    private final Outbox outbox;

    ThingImport(DatabaseClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "things";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        return Flux.fromIterable(rows).concatMap(this::apply).collect(Collectors.toList());
    }

    private Mono<Verdict> apply(Row row) {
        var key = row.text("id");
        var title = row.text("title");
        if (title != null && title.startsWith("bad")) {
            row.fault("title", "invalid");
        }
        if (!row.faults().isEmpty()) {
            return Mono.just(Verdict.REFUSED);
        }
        return other(key, String.valueOf(title)).flatMap(other -> {
            boolean wanted = String.valueOf(title).startsWith("behind ");
            if (wanted != other) {
                row.fault("title", "invalid");
                return Mono.just(Verdict.REFUSED);
            }
            return store(row, key, title);
        });
    }

    /// A thing «behind X» needs that X is there, and one «alone» that no other has its title.
    private Mono<Boolean> other(String key, String title) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM thing WHERE title = regexp_replace(:title, '^behind ', '') AND id <> :id
                                  AND :title ~ '^(behind|alone) ') AS other
                """)
                .bind("title", title).bind("id", id(key)).map(row -> row.get("other", Boolean.class)).one();
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(Objects.requireNonNull(key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Mono<Verdict> store(Row row, String key, String title) {
        var id = id(key);
        return db.sql("""
                INSERT INTO thing (id, version, title) VALUES (:id, 1, CASE WHEN :title LIKE 'nul %' THEN NULL ELSE :title END)
                ON CONFLICT (id) DO UPDATE SET version = thing.version + 1, title = excluded.title
                 WHERE thing.title <> excluded.title
                RETURNING version
                """)
                .bind("id", id).bind("title", String.valueOf(title))
                .map(stored -> stored.get("version", Long.class)).one()
                .delayUntil(version -> outbox.add(ThingChanged.TOPIC, stamp -> new ThingChanged(stamp.eventId(), id,
                        stamp.epoch(), version, stamp.occurredAt(), String.valueOf(title))))
                .doOnNext(version -> row.differs(Set.of("title")))
                .map(version -> version == 1 ? Verdict.CREATED : Verdict.CHANGED)
                .defaultIfEmpty(Verdict.UNCHANGED);
    }
}
