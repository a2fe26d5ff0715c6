package ru.nms.platform.register;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Scope;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.register.RegisterStore.Named;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.node.ArrayNode;

/// The use cases of registers: one transaction each, rules first, announced when something is new.
public final class Registers {

    private final RegisterStore store;
    private final ReferenceFields references;
    private final OwnFields own;
    private final Outbox outbox;
    private final ReadAudit audit;
    private final Clock clock;
    private final Tx tx;

    Registers(RegisterStore store, OwnFields own, Outbox outbox, ReadAudit audit, Clock clock, Tx tx) {
        this.store = store;
        this.references = new ReferenceFields(store);
        this.own = own;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /// A page, or everything as a table in which what an entry refers to has its name.
    public <S> Tabular<Page<Entry<S>>> list(Register<S> register, Caller caller, ListRequest request, ServerWebExchange exchange) {
        var seen = register.seen.apply(caller);
        var page = store.select(register, register.listing, request, seen)
                .before(shown -> recorded(register, caller, shown, exchange));
        var table = new RegisterTable(register, own.json());
        var rows = Flux.defer(() -> store.named(register, request, seen, caller)
                .before(shown -> recorded(register, caller, shown.stream().map(Named::entry).toList(), exchange)).all());
        return new Tabular<>(page.page(), register.name, table.titles(), rows.concatMapIterable(table::rows));
    }

    /// For those without a token: entries under the condition, of which only what `view` takes over is shown.
    public <S, V> Mono<Page<V>> open(Register<S> register, ListRequest request, String condition, Function<Entry<S>, V> view) {
        var listing = Objects.requireNonNullElse(register.openListing, register.listing);
        return store.select(register, listing, request, new Scope.Condition(condition, Map.of())).page().map(page -> page.map(view));
    }

    public <S> Mono<Entry<S>> one(Register<S> register, Caller caller, UUID id, ServerWebExchange exchange) {
        return find(register, caller, id).delayUntil(found -> recorded(register, caller, List.of(found), exchange));
    }

    /// For use cases that read an entry on the way.
    public <S> Mono<Entry<S>> find(Register<S> register, Caller caller, UUID id) {
        return store.find(register, id, register.seen.apply(caller))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound(register.name)));
    }

    public <S> Mono<Entry<S>> add(Register<S> register, Caller caller, S content) {
        return tx.run(Mono.fromSupplier(() -> Entry.first(Ids.next(), own.settle(register, null, content), clock.instant()))
                .flatMap(entry -> derived(register, List.of(entry))).map(List::getFirst)
                .delayUntil(entry -> judge(register, new Change<>(caller, entry.id(), null, entry.content())))
                .delayUntil(entry -> write(register, List.of(entry)))
                .flatMap(entry -> read(register, entry)));
    }

    /// Replaces what callers may set; own fields stay.
    public <S> Mono<Entry<S>> replace(Register<S> register, Caller caller, UUID id, IfMatch match, S content) {
        return change(register, caller, id, match, present -> own.settle(register, present, content));
    }

    /// @param next what the entry becomes; may refuse
    public <S> Mono<Entry<S>> change(Register<S> register, Caller caller, UUID id, IfMatch match, UnaryOperator<S> next) {
        return tx.run(find(register, caller, id)
                .doOnNext(present -> match.requires(present.version()))
                .flatMap(present -> derived(register, List.of(present.with(next.apply(present.content())))).map(List::getFirst)
                        .map(derived -> present.become(derived.content(), clock.instant()))
                        .delayUntil(fresh -> judge(register, new Change<>(caller, id, present.content(), fresh.content())))
                        .flatMap(fresh -> fresh == present ? Mono.just(fresh)
                                : write(register, List.of(fresh)).then(read(register, fresh)))));
    }

    /// Derives the entries under the condition anew and announces those that came out different. In the caller's
    /// transaction.
    public <S> Mono<Void> refresh(Register<S> register, Scope.Condition which) {
        return store.locked(register, which).collectList().filter(present -> !present.isEmpty())
                .flatMap(present -> derived(register, present).map(fresh -> IntStream.range(0, present.size())
                        .filter(i -> fresh.get(i) != present.get(i))
                        .mapToObj(i -> present.get(i).become(fresh.get(i).content(), clock.instant())).toList()))
                .flatMap(changed -> write(register, changed));
    }

    /// The entries with their own fields filled in; itself where that says nothing new.
    <S> Mono<List<Entry<S>>> derived(Register<S> register, List<Entry<S>> entries) {
        return register.derived.apply(entries).map(contents -> IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).with(contents.get(i))).toList());
    }

    /// Reference data: enters what has no entry with its natural key yet. Nobody's permission is asked and no rule; in the
    /// caller's transaction.
    public <S> Mono<Void> enter(Register<S> register, Map<UUID, S> contents) {
        return store.keyed(register, contents.values().stream().map(register.key).toList())
                .map(entry -> register.key.apply(entry.content())).collect(Collectors.toSet())
                .map(known -> contents.entrySet().stream()
                        .filter(it -> !known.contains(register.key.apply(it.getValue())))
                        .map(it -> Entry.first(it.getKey(), it.getValue(), clock.instant())).toList())
                .flatMap(fresh -> derived(register, fresh))
                .flatMap(fresh -> write(register, fresh));
    }

    /// With what is computed when it is read.
    private <S> Mono<Entry<S>> read(Register<S> register, Entry<S> written) {
        return register.shown.isEmpty() ? Mono.just(written) : store.all(register, List.of(written.id())).single();
    }

    /// Takes out what was entered in error; a tombstone stays.
    public <S> Mono<Void> remove(Register<S> register, Caller caller, UUID id, IfMatch match) {
        return tx.run(find(register, caller, id)
                .doOnNext(present -> match.requires(present.version()))
                .doOnNext(present -> mayKeep(register, caller, new Change<>(caller, id, present.content(), present.content())))
                .doOnNext(present -> register.removable.accept(present.content()))
                .flatMap(present -> takeOut(register, present)));
    }

    /// The entries in which the id stands somewhere, as they are shown.
    public <S> Mono<ArrayNode> mentioning(Register<S> register, UUID id) {
        return store.locked(register, mention(register, id)).collectList().map(store::shown);
    }

    /// Puts one id in the place of another, wherever it stands. Of two entries that become the same, one goes. In the
    /// caller's transaction.
    public <S> Mono<Void> passOn(Register<S> register, UUID from, UUID to) {
        return store.locked(register, mention(register, from)).collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(entry -> {
                    var fresh = store.mentions().replaced(register, entry.content(), from, to);
                    return store.twin(register, register.key.apply(fresh), entry.id()).hasElement()
                            .flatMap(twin -> twin ? takeOut(register, entry)
                                    : write(register, List.of(entry.become(fresh, clock.instant()))));
                })
                .then();
    }

    /// Takes an id out, wherever it stands; an entry that was about nothing else goes, and of tombstones their content. In the
    /// caller's transaction.
    public <S> Mono<Void> forget(Register<S> register, UUID id) {
        return store.locked(register, mention(register, id)).collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(entry -> {
                    var rest = store.mentions().without(register, entry.content(), id);
                    return rest == null ? takeOut(register, entry) : write(register, List.of(entry.become(rest, clock.instant())));
                })
                .then(Mono.defer(() -> store.blank(register, mention(register, id))));
    }

    private static Scope.Condition mention(Register<?> register, UUID id) {
        return new Scope.Condition("strpos(CAST(%s AS text), CAST(:mentioned AS text)) > 0".formatted(
                register.document(register.fields.keySet())), Map.of("mentioned", id));
    }

    private <S> Mono<Void> takeOut(Register<S> register, Entry<S> present) {
        return store.remove(register, present, clock.instant())
                .then(register.announcement == null
                        ? outbox.untold(register.name, Map.of(present.id(), present.version() + 1), true)
                        : outbox.gone(register.announcement.topic(), present.id(), present.version() + 1))
                .then(Mono.defer(() -> register.followed.apply(present.id())));
    }

    private static <S> void mayKeep(Register<S> register, Caller caller, Change<S> change) {
        if (!register.kept.test(caller, change)) {
            throw Refusal.forbidden();
        }
    }

    private <S> Mono<Void> judge(Register<S> register, Change<S> change) {
        var caller = Objects.requireNonNull(change.caller());
        return Mono.fromRunnable(() -> mayKeep(register, caller, change))
                .then(Mono.defer(() -> references.check(register, caller, change)))
                .map(unknown -> register.rules.apply(change).addAll(unknown))
                .doOnNext(Refusal.Faults::refuse)
                .then(Mono.defer(() -> store.twin(register, register.key.apply(change.after()), change.id())))
                .flatMap(twin -> Mono.<Void>error(Refusal.conflict("already-registered").with("existing", twin)))
                .then(Mono.defer(() -> register.facts.apply(change)))
                .doOnNext(Refusal.Faults::refuse)
                .then();
    }

    /// Stores new states and announces them. In the caller's transaction.
    <S> Mono<Void> write(Register<S> register, List<Entry<S>> entries) {
        return entries.isEmpty() ? Mono.empty() : store.save(register, entries)
                .then(register.announcement == null
                        ? outbox.untold(register.name, entries.stream().collect(Collectors.toMap(Entry::id, Entry::version)), false)
                        : announce(register.announcement, entries))
                .thenMany(Flux.fromIterable(entries)).concatMap(entry -> register.followed.apply(entry.id())).then();
    }

    private <S, E extends Event> Mono<Void> announce(Announcement<S, E> announcement, List<Entry<S>> entries) {
        var event = announcement.event();
        return outbox.addAll(announcement.topic(), entries.stream()
                .<Function<Stamp, E>>map(entry -> stamp -> event == null ? store.event(announcement.topic(), entry, stamp)
                        : event.apply(entry, stamp))
                .toList());
    }

    /// How the entries of a register are told again; nothing where nobody is told.
    <S> Optional<Retelling> retelling(Register<S> register) {
        return Optional.ofNullable(register.announcement).map(announcement -> new Retelling(List.of(announcement.topic()),
                register.table, ids -> store.all(register, ids).collectList().flatMap(entries -> announce(announcement, entries))));
    }

    private <S> Mono<Void> recorded(Register<S> register, Caller caller, Collection<Entry<S>> shown, ServerWebExchange exchange) {
        var people = new HashSet<UUID>();
        shown.forEach(entry -> people.addAll(register.people.apply(entry.content())));
        return people.isEmpty() ? Mono.empty() : audit.record(caller, people, register.name, exchange);
    }
}
