package ru.nms.platform.projection;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.platform.projection.Projection.Gone;

/// What the tables of projections share: `id`, `epoch` and `version` say which state a row is, `deleted` that there is
/// no more.
public final class Copy {

    private Copy() {}

    /// Binds `:id`, `:epoch` and `:version`.
    public static GenericExecuteSpec at(GenericExecuteSpec sql, Event state) {
        return at(sql, state.subject(), state.epoch(), state.version());
    }

    public static GenericExecuteSpec at(GenericExecuteSpec sql, Gone gone) {
        return at(sql, gone.subject(), gone.epoch(), gone.version());
    }

    private static GenericExecuteSpec at(GenericExecuteSpec sql, UUID id, long epoch, long version) {
        return sql.bind("id", id).bind("epoch", epoch).bind("version", version);
    }

    /// Marks the row as deleted and leaves its other columns as they are; makes it, marked, when the subject was never
    /// heard of. Where a deletion has to do more, the projection says it itself.
    ///
    /// @param table a constant of the projection
    public static Mono<Void> mark(DatabaseClient db, String table, Gone gone) {
        return at(db.sql("""
                INSERT INTO %s AS mine (id, epoch, version, deleted) VALUES (:id, :epoch, :version, true)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = excluded.deleted
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """.formatted(table)), gone).then();
    }
}
