package ru.nms.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.time.Ids;
import tools.jackson.databind.json.JsonMapper;

/// Announces a change in the transaction that makes it, and records who made it. Outside a transaction nothing can be announced: the call
/// fails. Announce after the row was written, so that versions of one subject stand here in their order.
public final class Outbox {

    private static final Object RETELLING = Outbox.class.getName() + ".retelling";

    private final DatabaseClient db;
    private final JsonMapper json;
    private final Epoch epoch;
    private final OutboxBell bell;
    private final Clock clock;

    public Outbox(DatabaseClient db, JsonMapper json, Epoch epoch, OutboxBell bell, Clock clock) {
        this.db = db;
        this.json = json;
        this.epoch = epoch;
        this.bell = bell;
        this.clock = clock;
    }

    /// For a pipeline that only repeats what stands: nobody changes anything, so nobody is recorded.
    static Context retelling(Context context) {
        return context.put(RETELLING, true);
    }

    /// What every event carries besides its state.
    public record Stamp(UUID eventId, long epoch, Instant occurredAt) {}

    /// Announces one new state.
    public <E extends Event> Mono<Void> add(Topic<E> topic, Function<Stamp, E> event) {
        return addAll(topic, List.of(event));
    }

    /// Announces many, in one statement.
    public <E extends Event> Mono<Void> addAll(Topic<E> topic, List<Function<Stamp, E>> events) {
        return addAll(List.of(new News<>(topic, events)));
    }

    /// New states for one topic.
    public record News<E extends Event>(Topic<E> topic, List<Function<Stamp, E>> events) {

        private Stream<E> stamped(long epoch, Instant now) {
            return events.stream().map(event -> event.apply(new Stamp(Ids.next(), epoch, now)));
        }
    }

    /// Announces for several topics, in one statement.
    public Mono<Void> addAll(List<News<?>> news) {
        return epoch.current().flatMap(current -> {
            Instant now = clock.instant();
            return insert(news.stream().flatMap(one -> one.stamped(current, now).map(event -> entry(one.topic(), event))).toList());
        });
    }

    private Entry entry(Topic<?> topic, Event event) {
        return new Entry(topic.name(), event.eventId(), event.subject(), event.epoch(), event.version(), event.occurredAt(),
                json.writeValueAsString(event));
    }

    /// Announces that a subject is gone.
    public Mono<Void> gone(Topic<?> topic, UUID subject, long version) {
        return epoch.current().flatMap(current ->
                insert(List.of(new Entry(topic.name(), Ids.next(), subject, current, version, clock.instant(), null))));
    }

    private record Entry(String what, UUID id, UUID subject, long epoch, long version, Instant at, @Nullable String payload) {}

    /// Records changes that nobody else is told of.
    public Mono<Void> untold(String what, Map<UUID, Long> versions, boolean gone) {
        var now = clock.instant();
        return insert(versions.entrySet().stream().map(changed -> new Entry(what, Ids.next(), changed.getKey(), 0,
                changed.getValue(), now, gone ? null : "")).toList(), false);
    }

    private Mono<Void> insert(List<Entry> entries) {
        return ringAfterCommit().then(insert(entries, true));
    }

    /// One statement: what is told and who changed it can only stand there together.
    private Mono<Void> insert(List<Entry> entries, boolean told) {
        return Mono.deferContextual(context -> {
            var actor = Actor.from(context);
            return db.sql("""
                    WITH entry AS (
                        SELECT * FROM unnest(:whats, :ids, :subjects, :epochs, :versions, :ats, :payloads)
                               AS entry (what, id, subject, epoch, version, at, payload)),
                    announced AS (
                        INSERT INTO outbox (id, aggregatetype, aggregateid, type, epoch, version, occurred_at, payload)
                        SELECT id, what, subject, what, epoch, version, at, payload FROM entry WHERE :told)
                    INSERT INTO change_audit (id, at, caller, roles, organisation_id, operation, request_id, what, subject_id,
                           version, gone)
                    SELECT id, at, :caller, :roles, CAST(:organisation AS uuid), :operation, :request, what, subject,
                           version, payload IS NULL FROM entry WHERE :changed
                    """)
                    .bind("told", told)
                    .bind("changed", !context.hasKey(RETELLING))
                    .bind("whats", column(entries, Entry::what, String[]::new))
                    .bind("ids", column(entries, Entry::id, UUID[]::new))
                    .bind("subjects", column(entries, Entry::subject, UUID[]::new))
                    .bind("epochs", column(entries, Entry::epoch, Long[]::new))
                    .bind("versions", column(entries, Entry::version, Long[]::new))
                    .bind("ats", column(entries, Entry::at, Instant[]::new))
                    .bind("payloads", column(entries, Entry::payload, String[]::new))
                    .bind("caller", actor.caller())
                    .bind("roles", actor.roles())
                    .bind("organisation", Parameters.in(R2dbcType.VARCHAR, Objects.toString(actor.organisationId(), null)))
                    .bind("operation", actor.operation())
                    .bind("request", actor.requestId())
                    .then();
        });
    }

    private static <T> @Nullable T[] column(List<Entry> entries, Function<Entry, @Nullable T> part,
                                            java.util.function.IntFunction<@Nullable T[]> array) {
        return entries.stream().map(part).toArray(array);
    }

    private Mono<Void> ringAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .onErrorMap(NoTransactionException.class, e -> new IllegalStateException(
                        "An event is announced only in the transaction of its change.", e))
                .doOnNext(transaction -> transaction.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(bell::ring);
                    }
                }))
                .then();
    }
}
