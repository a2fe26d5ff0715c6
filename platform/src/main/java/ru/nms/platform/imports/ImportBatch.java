package ru.nms.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.table.Row;
import ru.nms.platform.table.RowFault;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.json.JsonMapper;

/// One batch: what it stores and how far the job is are one transaction, so that a resumed job does nothing twice.
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

    Mono<Void> run(ImportJob job, ImportKind kind, List<Row> rows) {
        return attempt(job, kind, rows)
                .onErrorResume(DataIntegrityViolationException.class, e -> rows.size() == 1
                        ? alone(job, kind, rows.getFirst())
                        : Flux.fromIterable(rows).concatMap(row -> run(job, kind, List.of(row)), 1).then());
    }

    private Mono<Void> attempt(ImportJob job, ImportKind kind, List<Row> rows) {
        if (job.isApplying()) {
            return tx.run(kind.apply(rows).flatMap(verdicts -> note(job.id(), rows, verdicts)));
        }
        return tx.run(kind.apply(rows).flatMap(verdicts -> Mono.<List<Verdict>>error(new RolledBack(verdicts))))
                .onErrorResume(RolledBack.class, tried -> Mono.just(tried.verdicts))
                .flatMap(verdicts -> tx.run(note(job.id(), rows, verdicts)));
    }

    /// The database refused a row that looked right.
    private Mono<Void> alone(ImportJob job, ImportKind kind, Row row) {
        row.fault(kind.columns().list().getFirst().code(), "cannot-be-stored");
        return tx.run(note(job.id(), List.of(row), List.of(Verdict.REFUSED)));
    }

    private Mono<Void> note(UUID job, List<Row> rows, List<Verdict> verdicts) {
        List<Row> refused = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (verdicts.get(i) == Verdict.REFUSED) {
                refused.add(rows.get(i));
            }
        }
        return store.progress(job, rows.size(), count(verdicts, Verdict.CREATED), count(verdicts, Verdict.CHANGED),
                        count(verdicts, Verdict.UNCHANGED), refused.size())
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

    /// Carries the verdicts of a validation out of the transaction that must not stay.
    private static final class RolledBack extends RuntimeException {

        private final transient List<Verdict> verdicts;

        RolledBack(List<Verdict> verdicts) {
            super("rolled back", null, false, false);
            this.verdicts = verdicts;
        }
    }
}
