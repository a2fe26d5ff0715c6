package ru.nms.platform.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.Differences;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.ValidBeans;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;
import ru.nms.platform.time.Ids;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes entries of a register in from files. A row means the entry with its natural key; empty cells leave what was
/// known. A batch costs one question for each reference, one for the known entries and one write.
final class RegisterImport<S> implements ImportKind {

    private final RegisterFiles files;
    private final Register<S> register;
    private final Set<Role> roles;
    private final RegisterCells cells;

    RegisterImport(RegisterFiles files, Register<S> register, Set<Role> roles) {
        this.files = files;
        this.register = register;
        this.roles = roles;
        this.cells = new RegisterCells(register, files.json);
    }

    @Override
    public String name() {
        return register.name;
    }

    @Override
    public Columns columns() {
        return register.columns;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        return names(caller, rows).flatMap(names -> {
            var fresh = rows.stream().map(row -> cells.read(row, names)).toList();
            var keys = new HashSet<String>();
            for (int i = 0; i < rows.size(); i++) {
                var content = content(rows.get(i), fresh.get(i));
                var key = content == null ? null : register.key.apply(content);
                if (key != null) {
                    keys.add(key);
                }
            }
            return files.store.keyed(register, keys).collectMap(entry -> String.valueOf(register.key.apply(entry.content())))
                    .flatMap(known -> take(caller, rows, fresh, known));
        });
    }

    private Mono<Map<String, Map<String, List<UUID>>>> names(Caller caller, List<Row> rows) {
        return Flux.fromIterable(cells.references.entrySet())
                .filter(field -> cells.has(Register.column(field.getKey())))
                .concatMap(field -> {
                    var wanted = new HashSet<String>();
                    rows.forEach(row -> wanted.addAll(cells.names(row, field.getKey())));
                    return files.store.meant(field.getValue(), wanted, field.getValue().visible().apply(caller)).map(found -> Map.entry(field.getKey(), found));
                })
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Verdict>> take(Caller caller, List<Row> rows, List<ObjectNode> fresh, Map<String, Entry<S>> stored) {
        var batch = new RegisterBatch<S>(stored);
        List<Verdict> verdicts = new ArrayList<>();
        return Flux.range(0, rows.size())
                .concatMap(i -> one(caller, rows.get(i), fresh.get(i), batch).delayUntil(verdict -> register.among ? write(batch) : Mono.empty()))
                .doOnNext(verdicts::add)
                .then(Mono.defer(() -> write(batch)))
                .thenReturn(verdicts);
    }

    private Mono<Void> write(RegisterBatch<S> batch) {
        return files.registers.derived(register, batch.taken()).flatMap(entries -> files.registers.write(register, entries));
    }

    private Mono<Verdict> one(Caller caller, Row row, ObjectNode fresh, RegisterBatch<S> batch) {
        var alone = content(row, fresh);
        if (alone == null) {
            return Mono.just(Verdict.REFUSED);
        }
        var key = register.key.apply(alone);
        var before = batch.known(key);
        var after = before == null ? alone : content(row, cells.over(before.content(), fresh));
        if (after == null) {
            return Mono.just(Verdict.REFUSED);
        }
        var id = before == null ? Ids.next() : before.id();
        fixed(row, fresh, before);
        var change = new Change<>(caller, id, before == null ? null : before.content(), after, true);
        if (!register.kept.test(caller, change)) {
            row.fault(register.columns.list().getFirst().code(), "not-permitted");
        }
        ValidBeans.faults(files.validator, after).forEach(fault -> note(row, fault));
        register.rules.apply(change).found().forEach(fault -> note(row, fault));
        if (!row.faults().isEmpty()) {
            return Mono.just(Verdict.REFUSED);
        }
        return register.facts.apply(change).map(faults -> {
            faults.found().forEach(fault -> note(row, fault));
            if (!row.faults().isEmpty()) {
                return Verdict.REFUSED;
            }
            if (before != null) {
                row.differs(Differences.between(before.content(), after));
            }
            return batch.put(key, id, after, files.clock.instant());
        });
    }

    /// What only actions change stands in a file as it is known, or as it begins.
    private void fixed(Row row, ObjectNode fresh, @Nullable Entry<S> before) {
        var known = files.json.<JsonNode>valueToTree(before == null ? register.own : before.content());
        register.byActions.stream().filter(fresh::has).filter(field -> !fresh.path(field).equals(known.path(field)))
                .forEach(field -> note(row, Fault.at("/" + field, "fixed")));
    }

    private @Nullable S content(Row row, ObjectNode fields) {
        if (!row.faults().isEmpty()) {
            return null;
        }
        try {
            return files.json.treeToValue(files.own.complete(register, fields), register.type);
        } catch (JacksonException e) {
            row.fault(register.columns.list().getFirst().code(), "cannot-be-stored");
            return null;
        }
    }

    private void note(Row row, Fault fault) {
        row.fault(cells.at(fault.pointer()), fault.code(), fault.args().toArray());
    }
}
