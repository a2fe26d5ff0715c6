package ru.nms.registry.methodist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// Takes in from files whom methodists accompany. Each row is stored before the next one is judged: the limit of a
/// methodist counts the rows before it.
@Component
class AssignmentsImport implements ImportKind {

    private static final String HINT = "ФИО; у однофамильцев — с датой рождения в скобках";

    private static final Columns COLUMNS = Columns.of(
            Column.text("methodist", "Методист").mandatory().withHint(HINT),
            Column.text("person", "Педагог").mandatory().withHint(HINT),
            Column.date("since", "С").mandatory(),
            Column.date("until", "До").withHint("Первый день, когда уже не сопровождается"));

    private final AssignmentService assignments;
    private final AssignmentNamesStore names;

    AssignmentsImport(AssignmentService assignments, AssignmentNamesStore names) {
        this.assignments = assignments;
        this.names = names;
    }

    @Override
    public String name() {
        return "assignments";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        return Mono.zip(names.methodists(keys(rows, "methodist")), names.people(keys(rows, "person")))
                .flatMap(found -> Flux.fromIterable(rows).concatMap(row -> take(row, found.getT1(), found.getT2())).collectList());
    }

    private static List<String> keys(List<Row> rows, String column) {
        return rows.stream().map(row -> row.text(column)).filter(Objects::nonNull).map(Kind::fold).distinct().toList();
    }

    private Mono<Verdict> take(Row row, Map<String, List<UUID>> methodists, Map<String, List<UUID>> people) {
        var methodist = one(row, "methodist", methodists);
        var person = one(row, "person", people);
        var since = row.date("since");
        var until = row.date("until");
        if (methodist == null || person == null || since == null || !row.faults().isEmpty()) {
            return Mono.just(Verdict.REFUSED);
        }
        return assignments.takeOver(new Assignment.Draft(methodist, person, since, until)).map(taken -> {
            taken.faults().forEach(fault ->
                    row.fault(fault.pointer().substring(1).replace("Id", ""), fault.code(), fault.args().toArray()));
            return taken.verdict();
        });
    }

    private static @Nullable UUID one(Row row, String column, Map<String, List<UUID>> known) {
        var text = row.text(column);
        if (text == null) {
            return null;
        }
        var meant = known.getOrDefault(Kind.fold(text), List.of());
        if (meant.size() != 1) {
            row.fault(column, (meant.isEmpty() ? "unknown-" : "ambiguous-") + column);
            return null;
        }
        return meant.getFirst();
    }
}
