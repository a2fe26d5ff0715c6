package ru.nms.platform.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.RequestId;

/// The record of reads of personal data. The record is in the database before the data leaves:
/// `people.read(…).delayUntil(page -> audit.record(caller, ids(page), "identity", exchange))`. When it cannot be
/// written, the read is refused.
///
/// Reads are frequent and a commit is slow, so concurrent records share one INSERT: while one batch is being written,
/// the next one gathers. A lone reader waits for one commit, a thousand readers wait for two.
public final class ReadAudit {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAudit.class);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 1_000;

    private record Waiting(ReadRecord record, Sinks.Empty<Void> written) {}

    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final DatabaseClient db;
    private final Clock clock;

    public ReadAudit(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Records that the caller of this request sees these people's fields.
    ///
    /// @param fields the class of fields that is shown, for example `identity` or `results`; never their values
    public Mono<Void> record(Caller caller, Collection<UUID> subjects, String fields, ServerWebExchange exchange) {
        var operation = exchange.getRequest().getMethod() + " "
                + exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return record(caller, subjects, fields, operation, RequestId.of(exchange));
    }

    public Mono<Void> record(Caller caller, Collection<UUID> subjects, String fields, String operation, String requestId) {
        return Mono.defer(() -> {
            var entry = new Waiting(new ReadRecord(clock.instant(), caller, List.copyOf(subjects), fields, operation,
                    requestId), Sinks.empty());
            if (!waiting.offer(entry)) {
                return Mono.error(refused());
            }
            writeNext();
            return entry.written().asMono();
        });
    }

    /// One batch at a time. Whoever finds nobody writing writes for all who wait.
    private void writeNext() {
        while (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            List<Waiting> batch = new ArrayList<>();
            waiting.drainTo(batch, MOST_AT_ONCE);
            if (batch.isEmpty()) {
                writing.set(false);
                continue;
            }
            ReadRecord.insert(db, batch.stream().map(Waiting::record).toList())
                    .subscribe(rows -> { }, error -> done(batch, error), () -> done(batch, null));
            return;
        }
    }

    private void done(List<Waiting> batch, @Nullable Throwable error) {
        writing.set(false);
        writeNext();
        if (error == null) {
            batch.forEach(entry -> entry.written().tryEmitEmpty());
        } else {
            LOG.error("{} reads refused, they could not be recorded: {}", batch.size(), error.getClass().getName());
            batch.forEach(entry -> entry.written().tryEmitError(refused()));
        }
    }

    private static Refusal refused() {
        return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "audit-unavailable");
    }
}
