package ru.nms.platform.imports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.outbox.Actor;
import ru.nms.platform.table.Row;
import ru.nms.platform.table.TableProblem;
import ru.nms.platform.table.TableReader;

/// Works on import jobs, one at a time per process: claims one, reads its file in batches, and goes on behind the last
/// committed batch when an earlier worker died. Looks for work when an upload ends and every few seconds.
final class ImportRunner implements SmartLifecycle {

    static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration KEEP = Duration.ofDays(30);

    private final Map<String, ImportKind> kinds;
    private final ImportStore store;
    private final ImportFile files;
    private final ImportBatch batches;
    private volatile Disposable work = Disposables.disposed();

    ImportRunner(Map<String, ImportKind> kinds, ImportStore store, ImportFile files, ImportBatch batches) {
        this.kinds = kinds;
        this.store = store;
        this.files = files;
        this.batches = batches;
    }

    @Override
    public void start() {
        var looking = Flux.interval(Duration.ZERO, LOOK).onBackpressureDrop()
                .concatMap(tick -> store.removeAbandoned(KEEP).then(workUntilIdle())
                        .onErrorResume(e -> Mono.fromRunnable(() -> log.warn("Imports wait: {}", e.toString()))), 1);
        work = looking.subscribe();
    }

    private Mono<Void> workUntilIdle() {
        return store.claim().flatMap(job -> run(job).then(Mono.defer(this::workUntilIdle)));
    }

    private Mono<Void> run(ImportJob job) {
        var kind = kinds.get(job.kind());
        if (kind == null) {
            return store.end(job.id(), "FAILED", "unknown-kind", null);
        }
        return files.fetch(job.id())
                .flatMap(file -> read(job, kind, file).doFinally(end -> ImportFile.discard(file)))
                .contextWrite(Actor.working(job.caller(), "import " + job.kind(), job.id())::in)
                .onErrorResume(TableProblem.class, problem -> fail(job, problem));
    }

    private Mono<Void> fail(ImportJob job, TableProblem problem) {
        Integer row = problem.row();
        return batches.noteHeader(job.id(), row == null ? 1 : row, problem.faults())
                .then(store.end(job.id(), "FAILED", problem.code(), row));
    }

    private Mono<Void> read(ImportJob job, ImportKind kind, Path file) {
        return phase(job, kind, file)
                .then(Mono.defer(() -> store.find(job.id())))
                .flatMap(now -> {
                    if (now.isApplying() || now.validatesOnly()) {
                        return store.end(now.id(), "DONE", null, null);
                    }
                    return now.refused() > 0 ? store.end(now.id(), "FAILED", "refused-rows", null)
                            : store.beginToApply(now.id()).then(store.find(now.id()))
                                    .flatMap(applying -> read(applying, kind, file));
                });
    }

    /// Reads the file behind the rows that were done; blocking reads happen on a thread that may wait.
    private Mono<Void> phase(ImportJob job, ImportKind kind, Path file) {
        return Flux.using(() -> TableReader.open(file, kind.columns()),
                        reader -> store.titles(job.id(), reader.titles())
                                .thenMany(rows(reader, job.rows()))
                                .concatMap(batch -> batches.run(job, kind, batch), 1),
                        TableReader::close)
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private static Flux<List<Row>> rows(TableReader reader, long done) {
        return Flux.<List<Row>, Long>generate(() -> done, (skip, sink) -> {
            for (long i = 0; i < skip && reader.hasNext(); i++) {
                reader.next();
            }
            List<Row> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && reader.hasNext()) {
                batch.add(reader.next());
            }
            if (batch.isEmpty()) {
                sink.complete();
            } else {
                sink.next(batch);
            }
            return 0L;
        }).publishOn(Schedulers.boundedElastic(), 1);
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
