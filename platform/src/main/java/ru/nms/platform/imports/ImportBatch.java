package ru.nms.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.imports.ImportStore.ChangedRow;
import ru.nms.platform.table.Row;
import ru.nms.platform.table.RowFault;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.json.JsonMapper;

/// One batch: what becomes of its rows, and what is noted of them.
final class ImportBatch {

    private final ImportStore store;
    private final Tx tx;
    private final JsonMapper json;
    private final RowTexts texts;

    ImportBatch(ImportStore store, Tx tx, JsonMapper json, RowTexts texts) {
        this.store = store;
        this.tx = tx;
        this.json = json;
        this.texts = texts;
    }

    /// What it stores and how far the job is are one transaction, so that a resumed job does nothing twice.
    Mono<Void> run(ImportWork work, List<Row> rows) {
        return tx.run(work.kind().apply(work.caller(), rows).flatMap(verdicts -> note(work.id(), rows, verdicts)))
                .onErrorResume(DataIntegrityViolationException.class, e -> rows.size() == 1
                        ? tx.run(note(work.id(), rows, refused(work.kind(), rows.getFirst())))
                        : Flux.fromIterable(rows).concatMap(row -> run(work, List.of(row)), 1).then());
    }

    /// As part of a transaction that is open; what is noted stands beside it.
    Mono<Void> within(ImportWork work, List<Row> rows) {
        return tried(work, rows).flatMap(verdicts -> tx.apart(note(work.id(), rows, verdicts))
                .retryWhen(Retry.max(3).filter(CannotCreateTransactionException.class::isInstance)));
    }

    private Mono<List<Verdict>> tried(ImportWork work, List<Row> rows) {
        return store.savepoint().then(Mono.defer(() -> work.kind().apply(work.caller(), rows)))
                .delayUntil(verdicts -> store.keepSavepoint())
                .onErrorResume(DataIntegrityViolationException.class, e -> store.backToSavepoint().then(rows.size() == 1
                        ? Mono.just(refused(work.kind(), rows.getFirst()))
                        : Flux.fromIterable(rows).concatMap(row -> tried(work, List.of(row)), 1)
                                .map(List::getFirst).collectList()));
    }

    /// The database refused a row that looked right.
    private static List<Verdict> refused(ImportKind kind, Row row) {
        row.fault(kind.columns().list().getFirst().code(), "cannot-be-stored");
        return List.of(Verdict.REFUSED);
    }

    private Mono<Void> note(UUID job, List<Row> rows, List<Verdict> verdicts) {
        List<Row> refused = new ArrayList<>();
        List<ChangedRow> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            switch (verdicts.get(i)) {
                case REFUSED -> refused.add(row);
                case CREATED -> changed.add(new ChangedRow(row.number(), Verdict.CREATED, List.of()));
                case CHANGED -> changed.add(new ChangedRow(row.number(), Verdict.CHANGED, row.differences()));
                case UNCHANGED -> { }
            }
        }
        return store.progress(job, rows.size(), count(verdicts, Verdict.CREATED), count(verdicts, Verdict.CHANGED),
                        count(verdicts, Verdict.UNCHANGED), refused.size())
                .then(changed.isEmpty() ? Mono.empty() : store.changes(job, json.writeValueAsString(changed)))
                .thenMany(Flux.fromIterable(refused))
                .concatMap(row -> store.refuse(job, row.number(), row.raw(), faults(row.faults())))
                .then();
    }

    private static long count(List<Verdict> verdicts, Verdict verdict) {
        return verdicts.stream().filter(verdict::equals).count();
    }

    /// The header of the file itself is wrong.
    Mono<Void> noteHeader(UUID job, int row, List<RowFault> faults) {
        return faults.isEmpty() ? Mono.empty() : store.refuse(job, row, List.of(), faults(faults));
    }

    private String faults(List<RowFault> faults) {
        return json.writeValueAsString(faults.stream()
                .map(fault -> new NotedFault(fault.column(), fault.code(), texts.of(fault, Locale.of("ru")),
                        texts.of(fault, Locale.ENGLISH)))
                .toList());
    }

    /// What is kept of a fault: both languages, so that the report is read in the reader's.
    record NotedFault(String column, String code, String ru, String en) {}
}
