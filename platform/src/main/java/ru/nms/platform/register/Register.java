package ru.nms.platform.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.Listing;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Columns;

/// The description of a register, made once. Its table has the columns of `register_entry` and one for each field of
/// the content, named alike: `leaderId` stands in `leader_id`. In all SQL of a description the entry is `e`.
///
/// @param <S> the content: a record of plain values, lists of them, and records for `jsonb` columns
public final class Register<S> extends Description<S> {

    private Register(String name, String table, Class<S> type) {
        super(name, table, type);
    }

    /// @param name  of the collection in the feed and of the kind of file: `communities`
    /// @param table in the database: `community`
    public static <S> Register<S> of(String name, String table, Class<S> type) {
        return new Register<>(name, table, type);
    }

    public String name() {
        return name;
    }

    /// What nobody may enter twice, and what a row of a file means. An entry without one (`null`) has no twin.
    public Register<S> key(Function<S, @Nullable Stream<? extends @Nullable Object>> parts) {
        key = content -> {
            var found = parts.apply(content);
            return found == null ? null : found.map(part -> Kind.fold(Objects.toString(part, "")))
                    .collect(Collectors.joining("|"));
        };
        return this;
    }

    /// The texts that `q` searches, in which it finds words in any order.
    public Register<S> words(Function<S, Stream<? extends @Nullable String>> texts) {
        words = content -> texts.apply(content).filter(Objects::nonNull).map(Kind::fold).collect(Collectors.joining(" "));
        listing.words("q", "e.search_key");
        return this;
    }

    /// Orders and filters; the first order is the default one.
    public Register<S> listed(UnaryOperator<Listing> more) {
        listing = more.apply(listing).sort("changedAt", "e.changed_at", Kind.INSTANT);
        return this;
    }

    /// The columns of its files. A column has the name of its field; that of a reference leaves out `Id` or `Ids`. A part
    /// of a record is named `field.component`.
    public Register<S> columns(Columns columns) {
        this.columns = columns;
        return this;
    }

    /// The ids in a field belong to something.
    public Register<S> refers(String field, Reference reference) {
        references.put(field, reference);
        return this;
    }

    /// A field with a list of records, of which each is a row in files.
    ///
    /// @param references what the ids in components belong to
    /// @param same       the components by which a row means a record that is known
    public Register<S> items(String field, Map<String, Reference> references, String... same) {
        items = new Items(field, List.of(same), references);
        return this;
    }

    /// Whose entries a caller sees. Without it nobody sees any.
    public Register<S> seen(Function<Caller, Scope.Condition> condition) {
        seen = condition;
        return this;
    }

    /// For what is no secret to those who are signed in.
    public Register<S> seenByAll() {
        return seen(caller -> Scope.Condition.ALL);
    }

    /// Who may make a change, beyond having the role for it. Without any of these nobody may; several are alternatives.
    public Register<S> kept(BiPredicate<Caller, Change<S>> permission) {
        kept = kept.or(permission);
        return this;
    }

    /// These roles may make any change.
    public Register<S> keptBy(Role... roles) {
        return kept((caller, change) -> caller.is(roles));
    }

    /// This role may change what is theirs and stays theirs.
    public Register<S> keptBy(Role role, Function<Caller, @Nullable UUID> mine, Function<S, @Nullable UUID> whose) {
        return kept((caller, change) -> caller.is(role) && isMine(mine.apply(caller), whose.apply(change.after()))
                && (change.before() == null || isMine(mine.apply(caller), whose.apply(change.before()))));
    }

    /// What must hold of an entry by itself.
    public Register<S> rules(Function<Change<S>, Faults> rules) {
        this.rules = rules;
        return this;
    }

    /// What must hold among entries; asked after the rules, in the transaction of the change.
    public Register<S> facts(Function<Change<S>, Mono<Faults>> facts) {
        this.facts = facts;
        return this;
    }

    /// Callers may take an entry out in these statuses only: one on which others have built is ended by its actions. What
    /// follows from a merger, or from forgetting a person, is not asked.
    @SafeVarargs
    public final <E extends Enum<E>> Register<S> removedIn(Moves<E> moves, Function<S, E> status, E... from) {
        removable = content -> {
            if (!Set.of(from).contains(status.apply(content))) {
                throw moves.refused(status.apply(content));
            }
        };
        return this;
    }

    /// Facts on which other entries of this register bear, as the places that are taken: an import stores each row before
    /// it judges the next one.
    public Register<S> factsAmong(Function<Change<S>, Mono<Faults>> facts) {
        among = true;
        return facts(facts);
    }

    /// Each new state is announced; a removal is a tombstone.
    public <E extends Event> Register<S> announced(Topic<E> topic, BiFunction<Entry<S>, Stamp, E> event) {
        announcement = new Announcement<>(topic, event);
        return this;
    }

    /// Each new state is announced with the fields that the event names alike.
    public <E extends Event> Register<S> announced(Topic<E> topic) {
        announcement = new Announcement<>(topic, null);
        return this;
    }

    /// A field that callers cannot set: actions and derivations do.
    ///
    /// @param first what it holds in a new entry
    public Register<S> own(String field, @Nullable Object first) {
        own.put(field, first);
        return this;
    }

    /// Own fields that files show and do not change either.
    public Register<S> byActions(String... fields) {
        byActions.addAll(List.of(fields));
        return this;
    }

    /// Fills in own fields from other data before an entry is judged and stored; many at once, in their order. When
    /// that other data changes, [Registers#refresh] is called.
    public Register<S> derived(Function<List<Entry<S>>, Mono<List<S>>> fill) {
        derived = fill;
        return this;
    }

    /// What else follows from a new state, in the same transaction and after it was stored; several are done in turn.
    public Register<S> followed(Function<UUID, Mono<Void>> reaction) {
        var first = followed;
        followed = id -> first.apply(id).then(Mono.defer(() -> reaction.apply(id)));
        return this;
    }

    /// What is computed when an entry is read, and stands beside its fields.
    ///
    /// @param sql an expression over `e`; `:today` is the day in the region, `:now` the moment
    public Register<S> shows(String name, String sql) {
        shown.put(name, sql);
        return this;
    }

    /// The filters of the list for those without a token; without this it has all. What is not shown to them must not
    /// be a filter either. Called after the filters were described.
    public Register<S> open(String... filters) {
        openListing = listing.only(List.of(filters));
        return this;
    }

    /// These fields are too long for lists, which leave them out: their components are absent there. Their lengths may be shown.
    public Register<S> brief(String... fields) {
        brief.addAll(List.of(fields));
        return this;
    }

    /// The search over all registers finds its entries, those that a caller sees.
    ///
    /// @param kind  how hits are told apart: `programme`
    /// @param title SQL: what is shown of an entry
    public Register<S> found(String kind, String title) {
        findable = new Findable(kind, table + " e WHERE NOT e.deleted", title, caller -> seen.apply(caller));
        return this;
    }

    /// Whose personal data an entry shows: reading it is recorded.
    public Register<S> about(Function<S, Collection<UUID>> people) {
        this.people = people;
        return this;
    }

    /// Its collection in the change feed.
    ///
    /// @param naturalKey fields that stay in a tombstone
    /// @param told       all fields that the federation is told
    /// @param after      collections that a copy must load first
    public Feed feed(List<String> naturalKey, List<String> told, String... after) {
        return new Feed(name, table + " e", "e", document(told), document(naturalKey), List.of(after));
    }

    /// The natural key of a content: entries with the same one are the same.
    public @Nullable String keyOf(S content) {
        return key.apply(content);
    }

    /// The column of a field: `leader` for `leaderId`.
    static String column(String field) {
        return field.replaceFirst("Ids?$", "");
    }
}
