package ru.nms.diagnostics.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.Validator;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.framework.Frameworks;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.problem.ValidBeans;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// Takes tasks and their keys in from files, into the draft of the instrument that a row names.
@Service
class TaskImportService implements ImportKind {

    /// Who may import was decided before; entries ask again.
    private static final Caller IMPORT = new Caller("import", Set.of(Role.COORDINATOR), null, null, null, Set.of());

    private final Registers registers;
    private final Register<Task> tasks;
    private final TaskImportStore drafts;
    private final InstrumentStore store;
    private final Frameworks frameworks;
    private final Seals seals;
    private final Validator validator;

    TaskImportService(Registers registers, Register<Task> tasks, TaskImportStore drafts, InstrumentStore store, Frameworks frameworks,
                      Seals seals, Validator validator) {
        this.registers = registers;
        this.tasks = tasks;
        this.drafts = drafts;
        this.store = store;
        this.frameworks = frameworks;
        this.seals = seals;
        this.validator = validator;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Columns columns() {
        return TaskFile.COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ASSESSOR, Role.COORDINATOR);
    }

    /// What the rows of one instrument are judged by.
    private record Draft(UUID id, Function<Task, Faults> rules) {}

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var known = new HashMap<String, Draft>();
        return Flux.fromIterable(rows).concatMap(row -> draft(row, known).flatMap(draft -> take(row, draft))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(row)))).collectList();
    }

    private static Verdict unknown(Row row) {
        row.fault("instrument", "no-such-draft");
        return Verdict.REFUSED;
    }

    private Mono<Draft> draft(Row row, Map<String, Draft> known) {
        var code = Kind.fold(Objects.requireNonNullElse(row.text("instrument"), ""));
        var found = known.get(code);
        return found != null ? Mono.just(found) : drafts.draft(code)
                .flatMap(id -> store.held(id).flatMap(frame -> frameworks.tree(frame.frameworkId())
                        .map(tree -> new Draft(id, task -> InstrumentRules.fits(task, frame, tree)))))
                .doOnNext(draft -> known.put(code, draft));
    }

    private Mono<Verdict> take(Row row, Draft draft) {
        var line = TaskFile.read(row, draft.id());
        if (line == null) {
            return Mono.just(Verdict.REFUSED);
        }
        ValidBeans.faults(validator, line.task()).forEach(fault -> note(row, fault));
        line.task().form().faults("").forEach(fault -> note(row, fault));
        draft.rules().apply(line.task()).found().forEach(fault -> note(row, fault));
        if (line.key() != null && !line.key().faults(line.task().form(), "").isEmpty()) {
            row.fault("key", "no-valid-key");
        }
        return row.faults().isEmpty() ? drafts.find(String.valueOf(tasks.keyOf(line.task())))
                .flatMap(id -> change(id, line)).switchIfEmpty(Mono.defer(() -> add(line)))
                : Mono.just(Verdict.REFUSED);
    }

    private static void note(Row row, Fault fault) {
        var parts = fault.pointer().split("/");
        row.fault(column(parts.length < 2 ? "" : parts[1]), fault.code(), fault.args().toArray());
    }

    private static String column(String field) {
        return switch (field) {
            case "options" -> "option1";
            case "targets" -> "targetА";
            case "criteria" -> "criterion1";
            case "block", "variant", "number", "kind", "competence", "stem", "points" -> field;
            default -> "instrument";
        };
    }

    private Mono<Verdict> add(TaskFile.Line line) {
        return registers.add(tasks, IMPORT, line.task().with(null))
                .delayUntil(entry -> line.key() == null ? Mono.empty() : keyed(entry.id(), line))
                .thenReturn(Verdict.CREATED);
    }

    private Mono<Verdict> change(UUID id, TaskFile.Line line) {
        return registers.find(tasks, IMPORT, id).flatMap(before -> registers
                .change(tasks, IMPORT, id, IfMatch.of(before.version()), present -> line.task().with(present.keyRevision()))
                .flatMap(after -> line.key() == null ? Mono.just(after.version() != before.version())
                        : same(line, id).flatMap(same -> same ? Mono.just(after.version() != before.version())
                                : keyed(id, line).thenReturn(true))))
                .map(changed -> changed ? Verdict.CHANGED : Verdict.UNCHANGED);
    }

    /// While keys are sealed none is the same: an import must not answer guesses.
    private Mono<Boolean> same(TaskFile.Line line, UUID id) {
        return seals.sealed(line.task().instrumentId())
                .flatMap(sealed -> sealed ? Mono.just(false) : drafts.sameKey(id, Objects.requireNonNull(line.key())));
    }

    private Mono<Void> keyed(UUID id, TaskFile.Line line) {
        return registers.find(tasks, IMPORT, id)
                .flatMap(entry -> registers.change(tasks, IMPORT, id, IfMatch.of(entry.version()), Task::keyed))
                .then(store.writeKey(id, Objects.requireNonNull(line.key())));
    }
}
