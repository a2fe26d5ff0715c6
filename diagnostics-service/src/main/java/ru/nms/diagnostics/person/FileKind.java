package ru.nms.diagnostics.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.diagnostics.person.ImportedStore.Imported;
import ru.nms.diagnostics.person.ImportedStore.Place;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Row;
import ru.nms.platform.time.Ids;

/// Files in the place of the registry. What a row says goes the way of an event, but of the epoch 0: whatever the registry
/// says of the same subject is newer, and from then on it alone speaks of it.
abstract class FileKind<E extends Event> implements ImportKind {

    static final Column NUMBER = Column.text("externalId", "Номер в исходной системе", "Номер");
    static final Column ID = Column.text("id", "Идентификатор", "ID").withHint("Пусто, если его ещё нет: он будет присвоен");

    private final Subject subject;
    private final Class<E> type;
    private final ImportedStore store;
    private final Projection<E> projection;
    private final EventJson json;

    FileKind(Subject subject, Class<E> type, ImportedStore store, Projection<E> projection, EventJson json) {
        this.subject = subject;
        this.type = type;
        this.store = store;
        this.projection = projection;
        this.json = json;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COORDINATOR);
    }

    /// What the row calls the place that it names.
    abstract @Nullable String place(Row row);

    /// By what rows call them.
    abstract Mono<Map<String, Place>> places(Collection<String> said);

    /// What the row says of the subject, given what was said before.
    abstract E said(Row row, UUID id, long version, @Nullable E before, @Nullable Place place);

    abstract @Nullable String name(E state);

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var lines = rows.stream().map(this::read).toList();
        var places = lines.stream().map(Line::place).flatMap(Stream::ofNullable).distinct().toList();
        var ids = lines.stream().map(Line::id).flatMap(Stream::ofNullable).distinct().toList();
        return store.find(subject, lines.stream().map(Line::number).flatMap(Stream::ofNullable).distinct().toList(), ids).collectList()
                .zipWith(places(places))
                .flatMap(found -> store.owned(subject, Stream.concat(ids.stream(), found.getT1().stream().map(Imported::id)).toList())
                        .flatMap(owned -> {
                            var batch = new Batch(found.getT1(), found.getT2(), owned);
                            var verdicts = lines.stream().map(batch::take).toList();
                            return written(batch.fresh.values()).thenReturn(verdicts);
                        }));
    }

    private Mono<Void> written(Collection<Said<E>> fresh) {
        return store.keep(subject, fresh.stream().map(said -> new Imported(said.number(), said.state().subject(), said.state().version(),
                        name(said.state()), json.mapper().writeValueAsString(said.state()))).toList())
                .thenMany(Flux.fromIterable(fresh)).concatMap(said -> projection.on(said.state())).then();
    }

    /// Once the copies were filled from the topic alone.
    Mono<Void> sayAgain() {
        return store.states(subject).map(this::state).collectList()
                .flatMapMany(Flux::fromIterable).concatMap(projection::on).then();
    }

    private E state(String text) {
        return json.mapper().readValue(text, type);
    }

    /// @param number under which the file knows it; without one, its id
    record Line(Row row, @Nullable String number, @Nullable UUID id, @Nullable String place) {}

    private record Said<E>(String number, E state) {}

    private Line read(Row row) {
        var id = row.id("id");
        var number = row.text("externalId");
        if (number == null && id == null) {
            row.fault("externalId", "required");
        }
        return new Line(row, number == null && id != null ? id.toString() : number, id, place(row));
    }

    /// What the rows of one batch add up to: a subject gets at most one new version.
    private final class Batch {

        private final Map<String, UUID> numbers = new HashMap<>();
        private final Map<UUID, String> ids = new HashMap<>();
        private final Map<UUID, E> before = new HashMap<>();
        private final Map<UUID, Said<E>> fresh = new LinkedHashMap<>();
        private final Map<String, Place> places;
        private final Set<UUID> owned;

        Batch(List<Imported> known, Map<String, Place> places, Set<UUID> owned) {
            known.forEach(one -> {
                numbers.put(one.number(), one.id());
                ids.put(one.id(), one.number());
                before.put(one.id(), state(one.state()));
            });
            this.places = places;
            this.owned = owned;
        }

        Verdict take(Line line) {
            var row = line.row();
            var number = line.number();
            var place = line.place() == null ? null : places.get(line.place());
            if (line.place() != null && place == null) {
                row.fault("externalId", "unknown-place", line.place());
            }
            if (number == null || !row.faults().isEmpty()) {
                return Verdict.REFUSED;
            }
            var known = numbers.get(number);
            var id = known != null ? known : line.id() != null ? line.id() : Ids.next();
            if (line.id() != null && !line.id().equals(id) || !number.equals(ids.getOrDefault(id, number))) {
                row.fault("id", "other-number");
            } else if (owned.contains(id)) {
                row.fault("externalId", "registry-speaks");
            }
            return row.faults().isEmpty() ? take(line, number, id, place) : Verdict.REFUSED;
        }

        private Verdict take(Line line, String number, UUID id, @Nullable Place place) {
            var earlier = before.get(id);
            var now = fresh.containsKey(id) ? Objects.requireNonNull(fresh.get(id)).state() : earlier;
            var after = said(line.row(), id, earlier == null ? 1 : earlier.version() + 1, now, place);
            if (!line.row().faults().isEmpty()) {
                return Verdict.REFUSED;
            }
            if (now != null && said(line.row(), id, now.version(), now, place).equals(now)) {
                return Verdict.UNCHANGED;
            }
            numbers.put(number, id);
            ids.put(id, number);
            fresh.put(id, new Said<>(number, after));
            return now == null ? Verdict.CREATED : Verdict.CHANGED;
        }
    }
}
