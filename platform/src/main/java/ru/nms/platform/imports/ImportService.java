package ru.nms.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.time.Ids;
import tools.jackson.databind.json.JsonMapper;

/// Takes uploads in and tells how jobs are getting on.
final class ImportService {

    private final Map<String, ImportKind> kinds;
    private final ImportStore store;
    private final ImportFile files;
    private final JsonMapper json;
    private final ImportBell bell;

    ImportService(Map<String, ImportKind> kinds, ImportStore store, ImportFile files, JsonMapper json, ImportBell bell) {
        this.kinds = kinds;
        this.store = store;
        this.files = files;
        this.json = json;
        this.bell = bell;
    }

    /// The same key again gives the job it gave before.
    Mono<ImportJob> take(Caller caller, ImportOrder order, @Nullable String key, Flux<DataBuffer> content) {
        var kind = kind(order.kind());
        mayImport(caller, kind);
        return store.create(Ids.next(), kind.name(), order.mode(), order.atomic(), caller.subject(),
                        json.writeValueAsString(caller), key)
                .flatMap(job -> files.keep(job.id(), content).then(store.uploaded(job.id())).doOnSuccess(taken -> bell.ring())
                        .then(store.find(job.id())))
                .switchIfEmpty(Mono.defer(() -> store.findByKey(caller.subject(), String.valueOf(key))));
    }

    private static void mayImport(Caller caller, ImportKind kind) {
        if (!caller.is(kind.roles().toArray(Role[]::new))) {
            throw Refusal.forbidden();
        }
    }

    /// For those who may import the kind.
    ImportTemplate template(Caller caller, String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw Refusal.notFound("import-kind");
        }
        mayImport(caller, kind);
        return new ImportTemplate(kind.name(), kind.columns());
    }

    ImportKind kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw Refusal.invalid(Fault.at("kind", "not-one-of", String.join(", ", kinds.keySet())));
        }
        return kind;
    }

    /// Own jobs; the coordinator's eyes see all.
    Mono<ImportJob> find(UUID id, Caller caller) {
        return store.find(id)
                .filter(job -> job.caller().equals(caller.subject()) || caller.is(Role.COORDINATOR))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("import")));
    }

    /// All refused rows, read page by page.
    Flux<ImportStore.RefusedRow> refusals(UUID job) {
        return store.refusals(job, 0, ImportRows.BATCH).collectList()
                .expand(page -> page.size() < ImportRows.BATCH ? Mono.empty()
                        : store.refusals(job, page.getLast().row(), ImportRows.BATCH).collectList())
                .concatMapIterable(page -> page);
    }

    Mono<List<ImportStore.ChangedRow>> changes(UUID job, @Nullable Verdict verdict, int after, int limit) {
        return store.changes(job, verdict, after, limit).collectList();
    }

    Mono<List<ImportStore.RefusedRow>> refusals(UUID job, int after, int limit) {
        return store.refusals(job, after, limit).collectList();
    }
}
