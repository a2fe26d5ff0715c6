package ru.nms.iom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.PersonChanged;
import ru.nms.iom.Iom.Teacher;

/// Two records of one person become one.
class MergedPersonTest {

    private final Iom iom = Iom.in(Iom.HEARING);
    private final Teacher from = iom.teacher();
    private final Teacher heir = iom.teacher();

    @Test
    void givesRoutesDeficitsAndResultsToTheOneWhoStays() {
        iom.result(from, "METHODICAL");
        iom.deficit(from, "METHODICAL", "HIGH");
        var route = route(from);

        merged(from, heir);
        merged(from, heir);

        assertThat(owners("route", route)).containsExactly(heir.id() + " 2");
        assertThat(iom.get(heir.token(), "/routes/" + route).status()).isEqualTo(200);
        assertThat(of("result_copy", heir)).isEqualTo(1);
        assertThat(of("deficit_copy", heir)).isEqualTo(1);
    }

    @Test
    void leadsWhatIsToldLaterUnderTheOldIdToTheOneWhoStays() {
        var last = iom.teacher();
        merged(from, heir);
        merged(heir, last);

        iom.result(from, "METHODICAL");
        iom.deficit(heir, "METHODICAL", "LOW");

        assertThat(of("result_copy", last)).isEqualTo(1);
        assertThat(of("deficit_copy", last)).isEqualTo(1);
    }

    private void merged(Teacher who, Teacher into) {
        iom.learns(new PersonChanged(UUID.randomUUID(), who.id(), 1, 2, Iom.now(), List.of(), null, null, null, null, into.id()));
    }

    private UUID route(Teacher person) {
        var id = UUID.randomUUID();
        iom.service().inTransaction(iom.service().bean(DatabaseClient.class).sql("""
                INSERT INTO route (id, version, created_at, changed_at, person_id, from_date, until_date, status, basis, items)
                VALUES (:id, 1, :now, :now, :person, '2026-01-01', '2026-12-31', 'APPROVED',
                        '{"resultIds": [], "deficits": [], "byDiagnostics": false}', '[]')
                """).bind("id", id).bind("now", Iom.now()).bind("person", person.id()).then());
        return id;
    }

    private List<String> owners(String table, UUID id) {
        return iom.service().inTransaction(iom.service().bean(DatabaseClient.class)
                .sql("SELECT person_id || ' ' || version AS said FROM " + table + " WHERE id = :id").bind("id", id)
                .map(row -> String.valueOf(row.get("said", String.class))).all().collectList());
    }

    private long of(String table, Teacher person) {
        return iom.service().inTransaction(iom.service().bean(DatabaseClient.class)
                .sql("SELECT count(*) AS n FROM " + table + " WHERE person_id = :person").bind("person", person.id())
                .map(row -> row.get("n", Long.class)).one());
    }
}
