package ru.nms.platform.fate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.platform.access.Scope;

/// What this service knows of decisions about people.
public final class KnownFates {

    /// Clocks of processes and the database may differ by less.
    private static final Duration DOUBT = Duration.ofMinutes(10);

    private final DatabaseClient db;

    public KnownFates(DatabaseClient db) {
        this.db = db;
    }

    /// The condition that a person is not blocked, for lists and questions.
    ///
    /// @param person a constant: the column with the person's id
    public static String shown(String person) {
        return "NOT EXISTS (SELECT FROM known_fate hidden WHERE hidden.id = %s AND hidden.fate = 'BLOCKED')".formatted(person);
    }

    /// The rows that somebody may see, without those of blocked people: nobody is shown these.
    public static Scope.Condition shown(Scope.Condition seen, String person) {
        return new Scope.Condition("(%s AND %s)".formatted(seen.sql(), shown(person)), seen.values());
    }

    /// Takes a decision over. No other follows a destruction, whatever its version.
    public Mono<Void> take(UUID person, long epoch, long version, String fate) {
        return db.sql("""
                INSERT INTO known_fate AS mine (id, epoch, version, fate) VALUES (:id, :epoch, :version, :fate)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, fate = excluded.fate, learnt_at = now()
                 WHERE (mine.fate <> 'DESTROYED' OR excluded.fate = 'DESTROYED')
                   AND ((mine.epoch, mine.version) < (excluded.epoch, excluded.version) OR mine.fate <> excluded.fate
                                                                                          AND excluded.fate = 'DESTROYED')
                """)
                .bind("id", person).bind("epoch", epoch).bind("version", version).bind("fate", fate)
                .then();
    }

    public Mono<Boolean> shows(UUID person) {
        return db.sql("SELECT %s AS shown FROM (SELECT CAST(:id AS uuid) AS id) one".formatted(shown("one.id"))).bind("id", person)
                .map(row -> Boolean.TRUE.equals(row.get("shown", Boolean.class))).one();
    }

    /// Those of the ids under which somebody was destroyed.
    public Mono<Set<UUID>> destroyed(Collection<UUID> ids) {
        return db.sql("SELECT id FROM known_fate WHERE id = ANY (:ids) AND fate = :fate")
                .bind("ids", ids.toArray(UUID[]::new)).bind("fate", PersonFateChanged.DESTROYED)
                .mapValue(UUID.class).all().collect(Collectors.toUnmodifiableSet());
    }

    public Flux<UUID> destroyedSince(Instant since) {
        return db.sql("SELECT id FROM known_fate WHERE fate = :fate AND learnt_at >= :since ORDER BY id")
                .bind("fate", PersonFateChanged.DESTROYED).bind("since", since.minus(DOUBT))
                .mapValue(UUID.class).all();
    }
}
