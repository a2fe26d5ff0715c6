package ru.nms.platform.imports;

import java.util.List;
import java.util.function.BooleanSupplier;

import reactor.core.publisher.Mono;
import ru.nms.platform.table.Row;
import ru.nms.platform.tx.Tx;

/// Many batches in one transaction: each row is judged by what all rows before it would do, and all of it stays or none.
/// How far the job is, and what is wrong, is noted beside that transaction, where others see it and where it stays.
///
/// A worker that dies leaves nothing; the next one begins anew.
final class ImportWhole {

    private final ImportStore store;
    private final ImportBatch batches;
    private final Tx tx;
    private final int most;
    private final BooleanSupplier stopped;

    /// @param most rows in one transaction
    ImportWhole(ImportStore store, ImportBatch batches, Tx tx, int most, BooleanSupplier stopped) {
        this.store = store;
        this.batches = batches;
        this.tx = tx;
        this.most = most;
        this.stopped = stopped;
    }

    /// A file with more rows is validated in parts, of which none knows the others; stored at once it cannot be.
    Mono<Void> run(ImportWork work, ImportRows rows) {
        return part(work, rows, true)
                .then(Mono.defer(() -> others(work, rows)))
                .then(Mono.defer(() -> store.find(work.id())))
                .flatMap(this::conclude);
    }

    private Mono<Void> others(ImportWork work, ImportRows rows) {
        return work.job().validatesOnly() && rows.hasNext()
                ? part(work, rows, false).repeat(rows::hasNext).then() : Mono.empty();
    }

    private Mono<Void> part(ImportWork work, ImportRows rows, boolean first) {
        return tx.run(alone(work)
                        .then(first ? tx.apart(store.restart(work.id())) : Mono.empty())
                        .thenMany(rows.next(most))
                        .concatMap(batch -> goOn(work, batch), 1)
                        .then(Mono.defer(() -> store.find(work.id())))
                        .flatMap(now -> settle(now, rows)))
                .onErrorResume(RolledBack.class, e -> Mono.empty());
    }

    private Mono<Void> alone(ImportWork work) {
        return store.lasting(work.id()).filter(mine -> mine)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Another process works on import %s.".formatted(work.id()))))
                .then();
    }

    /// A process that stops must not finish what may take minutes.
    private Mono<Void> goOn(ImportWork work, List<Row> batch) {
        return stopped.getAsBoolean() ? Mono.error(new IllegalStateException("Stopped.")) : batches.within(work, batch);
    }

    /// The end of the job is part of what is stored.
    private Mono<Void> settle(ImportJob now, ImportRows rows) {
        return now.validatesOnly() || now.refused() > 0 || rows.hasNext() ? Mono.error(new RolledBack())
                : store.end(now.id(), "DONE", null, null);
    }

    private Mono<Void> conclude(ImportJob now) {
        if (now.status().equals("DONE")) {
            return Mono.empty();
        }
        return now.validatesOnly() ? store.end(now.id(), "DONE", null, null)
                : store.end(now.id(), "FAILED", now.refused() > 0 ? "refused-rows" : "too-many-rows-at-once", null);
    }

    /// Nothing of it may stay.
    private static final class RolledBack extends RuntimeException {

        RolledBack() {
            super("rolled back", null, false, false);
        }
    }
}
