package ru.nms.platform.imports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.access.Caller;
import ru.nms.platform.outbox.Actor;
import ru.nms.platform.table.TableProblem;
import ru.nms.platform.table.TableReader;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.json.JsonMapper;

/// Works on import jobs, one at a time per process: claims one, reads its file in batches, and goes on behind the last
/// committed batch when an earlier worker died, or, where nothing was committed, begins anew. Looks for work when an upload ends and every few seconds.
final class ImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration KEEP = Duration.ofDays(30);

    private final Map<String, ImportKind> kinds;
    private final ImportStore store;
    private final ImportFile files;
    private final ImportBatch batches;
    private final ImportWhole whole;
    private final JsonMapper json;
    private final ImportBell bell;
    private volatile Disposable work = Disposables.disposed();
    private volatile boolean stopped;

    ImportRunner(Map<String, ImportKind> kinds, ImportStore store, ImportFile files, ImportBatch batches, Tx tx,
                 JsonMapper json, ImportSettings settings, ImportBell bell) {
        this.kinds = kinds;
        this.store = store;
        this.files = files;
        this.batches = batches;
        this.whole = new ImportWhole(store, batches, tx, settings.rowsAtOnce(), () -> stopped);
        this.json = json;
        this.bell = bell;
    }

    @Override
    public void start() {
        stopped = false;
        var looking = Flux.merge(Flux.interval(Duration.ZERO, LOOK), bell.rings()).onBackpressureLatest()
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
        return store.rights(job.id()).map(rights -> json.readValue(rights, Caller.class))
                .defaultIfEmpty(new Caller(job.caller(), Set.of(), null, null, null, Set.of()))
                .flatMap(caller -> read(new ImportWork(job, kind, caller), file));
    }

    private Mono<Void> read(ImportWork work, Path file) {
        return Mono.using(() -> TableReader.open(file, work.kind().columns()),
                        reader -> store.titles(work.id(), reader.titles())
                                .then(Mono.defer(() -> take(work, new ImportRows(reader)))),
                        TableReader::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Void> take(ImportWork work, ImportRows rows) {
        return work.job().isWhole() ? whole.run(work, rows)
                : rows.behind(work.job().rows()).concatMap(batch -> batches.run(work, batch), 1)
                        .then(Mono.defer(() -> store.end(work.id(), "DONE", null, null)));
    }

    @Override
    public void stop() {
        stopped = true;
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
