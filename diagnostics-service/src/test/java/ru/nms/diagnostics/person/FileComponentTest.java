package ru.nms.diagnostics.person;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.platform.access.Role;

/// People and organisations that came from files, in the place of the registry.
class FileComponentTest {

    private static final String PLACES = "Номер;Название\n%1$s;Город %1$s\n";
    private static final String SCHOOLS = "Номер;Название;Вид;Уровень;Муниципалитет;Отметки\n%1$s;Школа %1$s;SCHOOL;INSTITUTIONAL;%1$s;ШНОР\n";
    private static final String PEOPLE = "Номер;Организация;Должность;Предметы;Работает с;Работает до;Категория\n";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void places() {
        assertThat(COORDINATOR.imported("municipalities", "apply", PLACES.formatted(mark))).containsEntry("created", 1);
        assertThat(COORDINATOR.imported("organisations", "apply", SCHOOLS.formatted(mark))).containsEntry("created", 1);
    }

    @Test
    void areMeantByCampaignsAndSeenByThoseAroundThem() {
        people("ф;Учитель;Физика;01.09.2020;;Высшая", "ф;Директор;;01.09.2024;;", "ю;Учитель;Химия;01.09.2020;01.09.2025;");
        var school = id("ORGANISATION", mark);
        var physicist = id("PERSON", "ф" + mark);

        var campaign = Campaigns.announced(Fos.approved(Fos.framework(), Fos.code()), "FILTER", ", \"organisationIds\": " + Campaigns.ids(school));
        assertThat(new Api(PERM.as(Role.ORGANISATION, null, school, null)).read("participations?campaignId=" + campaign).get("items")).asList()
                .singleElement().hasFieldOrPropertyWithValue("personId", physicist.toString());

        assertThat(ASSESSOR.imported("results", "apply", "Код человека;Процедура;Организатор;Дата;Область компетенций;Баллы;Максимум\n"
                + "ф%1$s;TEST;CNPPM;01.03.2026;SUBJECT;30;100\nй%1$s;TEST;CNPPM;01.03.2026;SUBJECT;30;100\n".formatted(mark)))
                .containsEntry("created", 1).containsEntry("refused", 1);
        var city = id("MUNICIPALITY", mark);
        new Api(PERM.as(Role.ORGANISATION, null, school, null)).get("results").expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].personId").isEqualTo(physicist.toString());
        new Api(PERM.as(Role.MUNICIPALITY, null, null, city)).get("deficits?priority=true").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        new Api(PERM.as(Role.ORGANISATION, null, UUID.randomUUID(), null)).get("results").expectBody().jsonPath("$.items").isEmpty();
        new Api(PERM.as(Role.ORGANISATION, null, school, null)).get("analytics/coverage?by=ORGANISATION&since=2026-01-01&until=2026-12-31").expectBody()
                .jsonPath("$.items[0].staff").isEqualTo(1).jsonPath("$.items[0].diagnosed").isEqualTo(1)
                .jsonPath("$.items[0].title").isEqualTo("Школа " + mark);
    }

    @Test
    void changeNothingTheSecondTimeAndOnlyWhatDiffersTheThird() {
        people("ф;Учитель;Физика;01.09.2020;;", "ф;Методист;;01.09.2024;;");

        assertThat(COORDINATOR.imported("people", "apply", PEOPLE + rows("ф;Учитель;Физика;01.09.2020;;", "ф;Методист;;01.09.2024;;")))
                .containsEntry("unchanged", 2);
        assertThat(COORDINATOR.imported("people", "apply", PEOPLE + rows("ф;Учитель;Физика;01.09.2020;01.09.2024;", "ф;Методист;;01.09.2024;;")))
                .containsEntry("changed", 1).containsEntry("unchanged", 1);
        assertThat(COORDINATOR.imported("organisations", "apply", SCHOOLS.formatted(mark))).containsEntry("unchanged", 1);
        assertThat(posts("ф")).containsExactly("METHODIST null", "TEACHER 2024-09-01");
    }

    /// No subject has two owners.
    @Test
    void giveWayToTheRegistryAndAreRefusedFromThenOn() {
        people("ф;Учитель;Физика;01.09.2020;;");
        var school = id("ORGANISATION", mark);
        var person = id("PERSON", "ф" + mark);

        Learnt.of(new PersonChanged(UUID.randomUUID(), person, 1, 1, Instant.EPOCH, List.of(new PersonChanged.Post(school, null, "HEAD", false,
                List.of(), LocalDate.of(2020, 1, 1), null)), "NONE", null, null));
        Learnt.of(new OrganisationChanged(UUID.randomUUID(), school, 1, 1, Instant.EPOCH, "SCHOOL", "INSTITUTIONAL", "Лицей", null, null, null));

        var job = COORDINATOR.imported("people", "apply", PEOPLE + rows("ф;Учитель;Физика;01.09.2021;;"));
        assertThat(job).containsEntry("refused", 1);
        COORDINATOR.get("imports/" + job.get("id") + "/problems").expectBody().jsonPath("$.items[0].code").isEqualTo("registry-speaks");
        assertThat(COORDINATOR.imported("organisations", "apply", SCHOOLS.formatted(mark))).containsEntry("refused", 1);
        assertThat(posts("ф")).containsExactly("HEAD null");
    }

    @Test
    void areStillThereAfterTheCopiesWereFilledFromTheTopicsAlone() {
        people("ф;Учитель;Физика;01.09.2020;;");
        Campaigns.execute("DELETE FROM person_post WHERE person_id = '%1$s'".formatted(id("PERSON", "ф" + mark)));
        Campaigns.execute("DELETE FROM person WHERE id = '%1$s'".formatted(id("PERSON", "ф" + mark)));

        PERM.inTransaction(PERM.bean(PersonProjection.class).rebuilt());

        assertThat(posts("ф")).containsExactly("TEACHER null");
    }

    @Test
    void areRefusedWhereRowsDoNotFitTogether() {
        people("ф;Учитель;Физика;01.09.2020;;");
        var other = UUID.randomUUID();

        var job = COORDINATOR.imported("people", "apply", "Номер;ID;Организация;Должность;Работает с;Работает до\n"
                + "x%1$s;;нет;Учитель;01.09.2020;\n;;%1$s;Учитель;01.09.2020;\nф%1$s;%2$s;%1$s;Учитель;01.09.2020;\n".formatted(mark, other)
                + "y%1$s;;%1$s;Учитель;01.09.2020;01.09.2020\n;%2$s;%1$s;Учитель;01.09.2020;\n".formatted(mark, other));

        assertThat(job).containsEntry("refused", 4).containsEntry("created", 1);
        COORDINATOR.get("imports/" + job.get("id") + "/problems").expectBody().jsonPath("$.items[*].code")
                .value(codes -> assertThat(codes).asList().containsExactly("unknown-place", "required", "other-number", "ends-before-start"));
        assertThat(id("PERSON", other.toString())).isEqualTo(other);
        ASSESSOR.http().get().uri("/api/diagnostics/v1/imports/people/template").exchange().expectStatus().isForbidden();
    }

    private void people(String... rows) {
        assertThat(COORDINATOR.imported("people", "apply", PEOPLE + rows(rows))).containsEntry("refused", 0);
    }

    /// The first cell gives the number, behind which the school stands.
    private String rows(String... rows) {
        var all = new StringBuilder();
        for (var row : rows) {
            all.append(row.replaceFirst(";", mark + ";" + mark + ";")).append('\n');
        }
        return all.toString();
    }

    private static UUID id(String kind, String number) {
        var items = (List<?>) COORDINATOR.read("imported-subjects?kind=" + kind + "&number=" + number).get("items");
        return UUID.fromString(String.valueOf(((java.util.Map<?, ?>) items.getFirst()).get("id")));
    }

    private List<String> posts(String who) {
        return PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT position || ' ' || coalesce(CAST(until AS text), 'null') AS post FROM person_post WHERE person_id = :id ORDER BY position")
                .bind("id", id("PERSON", who + mark)).map(row -> String.valueOf(row.get("post", String.class))).all().collectList());
    }
}
