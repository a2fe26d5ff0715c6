package ru.nms.diagnostics.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.PersonNumberStore;
import ru.nms.diagnostics.provider.ProviderRow.Key;
import ru.nms.diagnostics.provider.ProviderScoreStore.Kept;
import ru.nms.diagnostics.provider.ProviderScoreStore.Mapped;
import ru.nms.diagnostics.provider.ProviderWaitingStore.Arrived;
import ru.nms.diagnostics.result.Outcome;
import ru.nms.diagnostics.result.OutcomeService;
import ru.nms.diagnostics.rule.Rounds;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// Takes in what providers report and makes results of what is mapped: points of several scales of one area are added, and so
/// are the points possible. A score on an unknown scale is reported as refused and kept all the same.
@Service
class ProviderScoreService implements ImportKind, PersonTraces {

    private static final int AT_ONCE = 500;

    private final ProviderScoreStore store;
    private final ProviderWaitingStore waiting;
    private final ProviderLockStore locks;
    private final PersonNumberStore numbers;
    private final OutcomeService outcomes;
    private final Rulebook rules;

    ProviderScoreService(ProviderScoreStore store, ProviderWaitingStore waiting, ProviderLockStore locks, PersonNumberStore numbers,
                         OutcomeService outcomes, Rulebook rules) {
        this.store = store;
        this.waiting = waiting;
        this.locks = locks;
        this.numbers = numbers;
        this.outcomes = outcomes;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "provider-results";
    }

    @Override
    public Columns columns() {
        return ProviderRow.COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ASSESSOR, Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var told = rows.stream().map(ProviderRow::read).toList();
        return locks.share().then(Mono.defer(() -> taken(rows, told)));
    }

    private Mono<List<Verdict>> taken(List<Row> rows, List<ProviderRow> told) {
        return numbers.find(told.stream().map(ProviderRow::named).flatMap(Stream::ofNullable).distinct().toList())
                .flatMap(people -> apply(rows, told.stream().map(row -> row.of(people)).toList())
                        .flatMap(verdicts -> waiting.forget(people.keySet()).thenReturn(verdicts)));
    }

    private Mono<List<Verdict>> apply(List<Row> rows, List<ProviderRow> read) {
        return store.unknown(read.stream().map(ProviderRow::personId).flatMap(Stream::ofNullable).distinct().toList())
                .flatMap(unknown -> {
                    var good = IntStream.range(0, rows.size()).filter(i -> {
                        var person = read.get(i).personId();
                        return read.get(i).acceptable(rows.get(i), rules, person != null && unknown.contains(person));
                    }).boxed().toList();
                    var named = good.stream().filter(i -> !read.get(i).waits()).toList();
                    var unnamed = agreeing(rows, read, good.stream().filter(i -> read.get(i).waits()).toList());
                    unnamed.forEach(i -> rows.get(i).fault("personCode", "unmatched-person", Objects.requireNonNull(read.get(i).named()).code()));
                    return waiting.keep(unnamed.stream().map(read::get).toList()).then(Mono.defer(() -> keep(rows, read, named)));
                });
    }

    /// Of people without a name: rows of one diagnosis name one round.
    private static List<Integer> agreeing(List<Row> rows, List<ProviderRow> read, List<Integer> unnamed) {
        var rounds = new Rounds<ProviderRow.Unnamed>();
        return unnamed.stream().filter(i -> {
            var other = rounds.other(read.get(i).unnamed(), read.get(i).round());
            if (other == null) {
                rounds.name(read.get(i).unnamed(), read.get(i).round());
                return true;
            }
            rows.get(i).fault("round", "other-round", other);
            return false;
        }).toList();
    }

    /// What was reported by hand stands: whoever did so knows better than the file.
    private Mono<List<Verdict>> keep(List<Row> rows, List<ProviderRow> read, List<Integer> good) {
        var keys = good.stream().map(i -> read.get(i).key()).collect(Collectors.toCollection(LinkedHashSet::new));
        return keys.isEmpty() ? Mono.just(refused(rows)) : store.reported(keys).flatMap(reported -> {
            good.stream().filter(i -> reported.contains(read.get(i).key())).forEach(i -> rows.get(i).fault("takenOn", "result-exists"));
            keys.removeAll(reported);
            var free = good.stream().filter(i -> keys.contains(read.get(i).key())).toList();
            return keys.isEmpty() ? Mono.just(refused(rows)) : store.diagnoses(keys).flatMap(ids -> keep(rows, read, free, ids));
        });
    }

    /// Of people who have a name at last. In the caller's transaction.
    Mono<Void> arrived(List<Arrived> arrived) {
        return store.diagnoses(arrived.stream().map(Arrived::key).collect(Collectors.toSet()))
                .flatMap(ids -> store.nameRounds(rounds(arrived, ids)).then(store.put(arrived.stream()
                                .map(it -> new Kept(Objects.requireNonNull(ids.get(it.key())), it.score())).toList()))
                        .then(Mono.defer(() -> derive(ids.values()))))
                .then();
    }

    private static Map<UUID, String> rounds(List<Arrived> arrived, Map<Key, UUID> ids) {
        var rounds = new Rounds<UUID>();
        arrived.forEach(it -> rounds.name(Objects.requireNonNull(ids.get(it.key())), it.round()));
        return rounds.named();
    }

    private static List<Verdict> refused(List<Row> rows) {
        return rows.stream().map(row -> Verdict.REFUSED).toList();
    }

    private Mono<List<Verdict>> keep(List<Row> rows, List<ProviderRow> read, List<Integer> good, Map<Key, UUID> ids) {
        record At(UUID diagnosis, String key) {}
        return store.scores(ids.values()).collectMap(kept -> new At(kept.diagnosisId(), kept.score().key()), Kept::score).flatMap(stored -> {
            var verdicts = new ArrayList<>(refused(rows));
            var told = new HashMap<At, ProviderScore>();
            var fresh = new LinkedHashMap<At, Kept>();
            var places = new HashMap<Integer, At>();
            var rounds = new Rounds<UUID>();
            for (int i : good) {
                var score = read.get(i).score();
                var id = Objects.requireNonNull(ids.get(read.get(i).key()));
                var at = new At(id, score.key());
                var other = rounds.other(id, read.get(i).round());
                if (other != null) {
                    rows.get(i).fault("round", "other-round", other);
                    continue;
                }
                var earlier = told.putIfAbsent(at, score);
                if (earlier != null && !earlier.says(score)) {
                    rows.get(i).fault("competence", "repeated-competence", score.code());
                    continue;
                }
                rounds.name(id, read.get(i).round());
                places.put(i, at);
                var known = stored.get(at);
                verdicts.set(i, known == null && earlier == null ? Verdict.CREATED
                        : known == null || known.says(score) ? Verdict.UNCHANGED : Verdict.CHANGED);
                if (known == null || !known.says(score)) {
                    fresh.put(at, new Kept(id, score));
                }
            }
            return store.nameRounds(rounds.named()).flatMap(renamed -> store.put(List.copyOf(fresh.values())).then(derive(ids.values())).map(unmapped -> {
                places.forEach((i, at) -> {
                    if (renamed.contains(at.diagnosis()) && verdicts.get(i) == Verdict.UNCHANGED) {
                        verdicts.set(i, Verdict.CHANGED);
                    }
                    if (unmapped.contains(at.diagnosis() + at.key())) {
                        rows.get(i).fault("competence", "unmapped-competence", read.get(i).score().code());
                        verdicts.set(i, Verdict.REFUSED);
                    }
                });
                return List.copyOf(verdicts);
            }));
        });
    }

    /// What was kept is read anew after a mapping came, changed or went. In the caller's transaction.
    Mono<Void> followMapping(UUID mapping) {
        return locks.hold().then(Mono.defer(() -> store.concernedBy(mapping)))
                .flatMapMany(Flux::fromIterable).buffer(AT_ONCE).concatMap(this::derive).then();
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return store.dropTwins(from, to).collectList()
                .flatMapMany(Flux::fromIterable).concatMap(this::annul)
                .then(Mono.defer(() -> store.passOn(from, to)));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return store.erase(person);
    }

    /// @return diagnosis and folded name of each scale that nobody has mapped
    private Mono<Set<String>> derive(Collection<UUID> diagnoses) {
        return store.mapped(diagnoses).collectList().flatMap(mapped -> {
            var unmapped = new LinkedHashSet<String>();
            var parts = new LinkedHashMap<ProviderScoreStore.Diagnosis, Map<String, Outcome.Part>>();
            for (var one : mapped) {
                if (one.area().isEmpty()) {
                    unmapped.add(one.diagnosis().id() + one.codeKey());
                    parts.computeIfAbsent(one.diagnosis(), fresh -> new TreeMap<>());
                } else {
                    parts.computeIfAbsent(one.diagnosis(), fresh -> new TreeMap<>()).merge(one.area(), part(one), ProviderScoreService::sum);
                }
            }
            var found = parts.entrySet().stream().filter(one -> !one.getValue().isEmpty()).map(one -> outcome(one.getKey(), one.getValue())).toList();
            var gone = parts.entrySet().stream().filter(one -> one.getValue().isEmpty()).map(one -> one.getKey().id()).toList();
            return outcomes.recordAll(found).thenMany(Flux.fromIterable(gone)).concatMap(this::annul).then(Mono.just(unmapped));
        });
    }

    private Mono<Void> annul(UUID diagnosis) {
        return outcomes.annul(Outcome.Origin.DIAGNOSIS, diagnosis);
    }

    private static Outcome outcome(ProviderScoreStore.Diagnosis diagnosis, Map<String, Outcome.Part> parts) {
        var key = diagnosis.key();
        return Outcome.ofDiagnosis(diagnosis.id(), key.personId(), key.procedure(), key.provider(), key.takenOn(), diagnosis.round(),
                List.copyOf(parts.values()));
    }

    private static Outcome.Part part(Mapped one) {
        return new Outcome.Part(one.area(), one.points(), one.maximum());
    }

    private static Outcome.Part sum(Outcome.Part one, Outcome.Part other) {
        BigDecimal points = one.points().add(other.points());
        return new Outcome.Part(one.area(), points, one.maximum().add(other.maximum()));
    }
}
