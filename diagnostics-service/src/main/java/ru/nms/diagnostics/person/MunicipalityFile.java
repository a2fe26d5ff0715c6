package ru.nms.diagnostics.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.diagnostics.person.ImportedStore.Place;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A file of municipalities: one row is one of them.
@Component
class MunicipalityFile extends FileKind<MunicipalityChanged> {

    private static final Columns COLUMNS = Columns.of(NUMBER.withExample("71701000"), ID,
            Column.text("name", "Название", "Наименование").mandatory(), Column.date("closedOn", "Нет с"));

    MunicipalityFile(ImportedStore store, MunicipalityProjection projection, EventJson json) {
        super(Subject.MUNICIPALITY, MunicipalityChanged.class, store, projection, json);
    }

    @Override
    public String name() {
        return "municipalities";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    @Nullable String place(Row row) {
        return null;
    }

    @Override
    Mono<Map<String, Place>> places(Collection<String> said) {
        return Mono.just(Map.of());
    }

    @Override
    MunicipalityChanged said(Row row, UUID id, long version, @Nullable MunicipalityChanged before, @Nullable Place place) {
        var name = String.valueOf(row.text("name"));
        return new MunicipalityChanged(id, id, 0, version, Instant.EPOCH, name, name, List.of(), null, Map.of(), Map.of(), Map.of(),
                row.date("closedOn"));
    }

    @Override
    String name(MunicipalityChanged state) {
        return state.name();
    }
}
