package ru.nms.diagnostics.result;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.ResultChanged;
import ru.nms.diagnostics.deficit.DeficitService;
import ru.nms.diagnostics.person.PersonNumberStore;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;
import ru.nms.platform.time.Ids;

/// Takes results in from files, for example of electronic tests: a batch of rows with a handful of statements.
@Service
class ResultImportService implements ImportKind {

    private final ResultImportStore store;
    private final PersonNumberStore numbers;
    private final DeficitService deficits;
    private final Outbox outbox;
    private final Rulebook rules;
    private final Clock clock;

    ResultImportService(ResultImportStore store, PersonNumberStore numbers, DeficitService deficits, Outbox outbox,
                        Rulebook rules, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.deficits = deficits;
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "results";
    }

    @Override
    public Columns columns() {
        return ResultRow.COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ASSESSOR, Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var told = rows.stream().map(ResultRow::read).toList();
        return numbers.find(told.stream().map(ResultRow::named).flatMap(Stream::ofNullable).distinct().toList())
                .flatMap(people -> take(told.stream().map(row -> row.of(people)).toList()));
    }

    private Mono<List<Verdict>> take(List<ResultRow> read) {
        var people = read.stream().flatMap(row -> Stream.ofNullable(row.draft().personId())).distinct().toList();
        return deficits.lock(people)
                .then(Mono.defer(() -> store.unknown(people)))
                .flatMap(unknown -> Mono.zip(store.standing(people), store.ofProviders(people)).flatMap(standing -> {
                    var merge = new ResultMerge(standing.getT1(), standing.getT2(), Ids::next, clock.instant());
                    var verdicts = read.stream().map(row -> verdict(row, merge, unknown)).toList();
                    return write(merge).thenReturn(verdicts);
                }));
    }

    private Verdict verdict(ResultRow row, ResultMerge merge, Set<UUID> unknown) {
        return row.acceptable(rules, unknown) ? merge.take(row) : Verdict.REFUSED;
    }

    private Mono<Void> write(ResultMerge merge) {
        var created = merge.created();
        var changed = merge.changed();
        var all = Stream.concat(created.stream(), changed.stream()).toList();
        if (all.isEmpty()) {
            return Mono.empty();
        }
        var now = clock.instant();
        return store.insert(created, now)
                .then(store.update(changed, now))
                .then(store.putScores(all))
                .then(announce(all))
                .then(deficits.reassess(merge.people()));
    }

    private Mono<Void> announce(List<Result> results) {
        return outbox.addAll(ResultChanged.TOPIC, results.stream()
                .<Function<Stamp, ResultChanged>>map(result -> result::announcedBy).toList());
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all(ids).flatMap(this::announce);
    }
}
