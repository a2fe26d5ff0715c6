package ru.nms.diagnostics.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.diagnostics.person.ImportedStore.Place;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.region.PeopleRules;
import ru.nms.platform.region.Position;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A file of people, without names: one row is one post; whoever holds several has several rows.
@Component
class PeopleFile extends FileKind<PersonChanged> {

    private static final Columns COLUMNS = Columns.of(NUMBER.withHint("Под ним человека называют файлы результатов"), ID,
            Column.text("organisation", "Организация", "Место работы").withHint("Номер из файла организаций").mandatory(),
            Column.coded("position", Arrays.stream(Position.values()).map(it -> new Choice(it.name(), it.titles())).toList(), "Должность").mandatory(),
            Column.text("subjects", "Предметы", "Предмет").multiple().withExample("Физика; Астрономия"),
            Column.date("since", "Работает с", "Дата приёма").mandatory().withExample("01.09.2020"),
            Column.date("until", "Работает до", "Дата увольнения").withHint("Первый день, когда уже не работает"),
            Column.coded("category", FileColumns.CATEGORIES, "Категория", "Квалификационная категория"),
            Column.date("youngFrom", "Молодой педагог с"), Column.date("youngUntil", "Молодой педагог до"));

    private final ImportedStore store;
    private final PeopleRules rules;

    PeopleFile(ImportedStore store, PersonProjection projection, EventJson json, RegionProfile profile) {
        super(Subject.PERSON, PersonChanged.class, store, projection, json);
        this.store = store;
        this.rules = profile.people();
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    @Nullable String place(Row row) {
        return row.text("organisation");
    }

    @Override
    Mono<Map<String, Place>> places(Collection<String> said) {
        return store.organisations(said);
    }

    /// Filled cells about the person replace what was known; the post stands beside the others.
    @Override
    PersonChanged said(Row row, UUID id, long version, @Nullable PersonChanged before, @Nullable Place place) {
        var post = post(row, place);
        var others = before == null ? Stream.<Post>of() : before.posts().stream().filter(it -> post == null || !same(it, post));
        var category = row.code("category");
        var from = row.date("youngFrom");
        var until = row.date("youngUntil");
        return new PersonChanged(id, id, 0, version, Instant.EPOCH, Stream.concat(others, Stream.ofNullable(post))
                .sorted(java.util.Comparator.comparing(Post::since).thenComparing(Post::organisationId).thenComparing(Post::position)).toList(),
                category == null && before != null ? before.category() : category,
                from == null && before != null ? before.youngFrom() : from, until == null && before != null ? before.youngUntil() : until);
    }

    private static boolean same(Post one, Post other) {
        return one.organisationId().equals(other.organisationId()) && one.position().equals(other.position());
    }

    private @Nullable Post post(Row row, @Nullable Place place) {
        var code = row.code("position");
        var since = row.date("since");
        var until = row.date("until");
        if (place == null || code == null || since == null) {
            return null;
        }
        if (until != null && !until.isAfter(since)) {
            row.fault("until", "ends-before-start");
        }
        return post(place, Position.valueOf(code), row.list("subjects"), since, until);
    }

    private Post post(Place place, Position position, List<String> subjects, LocalDate since, @Nullable LocalDate until) {
        return new Post(place.id(), place.placeId(), position.name(), rules.teaching(position, String.valueOf(place.kind())), subjects,
                since, until, rules.management(position), null, null);
    }

    @Override
    @Nullable String name(PersonChanged state) {
        return null;
    }
}
