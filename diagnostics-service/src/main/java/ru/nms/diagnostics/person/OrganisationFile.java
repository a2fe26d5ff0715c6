package ru.nms.diagnostics.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.diagnostics.person.ImportedStore.Place;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A file of organisations: one row is one of them.
@Component
class OrganisationFile extends FileKind<OrganisationChanged> {

    private final ImportedStore store;
    private final Columns columns;

    OrganisationFile(ImportedStore store, OrganisationProjection projection, EventJson json, RegionProfile profile) {
        super(Subject.ORGANISATION, OrganisationChanged.class, store, projection, json);
        this.store = store;
        var kinds = profile.organisationKinds().stream().flatMap(kind -> Stream.concat(Stream.of(kind.kind()), kind.subkinds().stream()))
                .distinct().map(kind -> Choice.of(kind, profile.label(kind))).toList();
        var levels = profile.levels().stream().map(level -> Choice.of(level.code(), level.title())).toList();
        this.columns = Columns.of(NUMBER.withExample("7202000001"), ID,
                Column.text("name", "Название", "Наименование").mandatory(),
                Column.coded("kind", kinds, "Вид организации", "Вид").mandatory(),
                Column.coded("level", levels, "Уровень").mandatory(),
                Column.text("municipality", "Муниципалитет", "МО").withHint("Номер из файла муниципалитетов"),
                Column.coded("flags", FileColumns.FLAGS, "Отметки").multiple(),
                Column.date("closedOn", "Закрыта с"));
    }

    @Override
    public String name() {
        return "organisations";
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    @Nullable String place(Row row) {
        return row.text("municipality");
    }

    @Override
    Mono<Map<String, Place>> places(Collection<String> said) {
        return store.municipalities(said);
    }

    @Override
    OrganisationChanged said(Row row, UUID id, long version, @Nullable OrganisationChanged before, @Nullable Place place) {
        return new OrganisationChanged(id, id, 0, version, Instant.EPOCH, String.valueOf(row.code("kind")), String.valueOf(row.code("level")),
                String.valueOf(row.text("name")), place == null ? null : place.id(), null, row.date("closedOn"), null, null,
                row.codes("flags"), null, null);
    }

    @Override
    String name(OrganisationChanged state) {
        return state.name();
    }
}
