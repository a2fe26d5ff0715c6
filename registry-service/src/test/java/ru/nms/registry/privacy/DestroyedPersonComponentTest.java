package ru.nms.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.delete;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Forgotten;
import ru.nms.registry.Heard;

/// What was decided about a person reaches every table and whoever listens.
class DestroyedPersonComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Forgotten forgotten = new Forgotten(TYUMEN, "person", "person_fate");
    private final UUID municipality = municipality("Абатский");
    private final UUID school = school(municipality);
    private final String lastName = "Стёртая" + UUID.randomUUID();
    private final UUID person = created("people", teacher(lastName, school));
    private final String secret = "Тайна " + UUID.randomUUID();

    @Test
    void requiresNoRegisterToKeepContentInATombstone() {
        assertThat(forgotten.columnsOfTombstones()).isEmpty();
    }

    @Test
    void keepsNothingInAnyTableHoweverLateItIsTold() {
        var pupil = teacher(school);
        var methodist = methodist();
        created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, pupil));
        created("staff-list-entries", """
                {"list": "RESERVE", "kind": "TUTOR", "personId": "%s", "since": "2026-01-01"}""".formatted(person));
        var consent = created("consents", """
                {"personId": "%s", "purpose": "TRANSFER", "givenOn": "2026-01-01", "document": "%s"}""".formatted(person, secret));
        delete(coordinator(), "consents/" + consent, "\"1\"").expectStatus().isNoContent();
        var training = training();
        var result = result(1);
        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM result_copy WHERE person_id = :id", person) == 1);
        get(coordinator(), "people/" + person + "/export").expectBody().jsonPath("$.kept['mms-trainings'][0].title").isEqualTo(secret);

        put(coordinator(), "people/" + person + "/destruction", "*", "{\"reason\": \"Заявление\"}").expectStatus().isNoContent();

        assertThat(forgotten.tablesWith(person, lastName, secret)).isEmpty();
        get(coordinator(), "mms-trainings/" + training).expectStatus().isNotFound();
        told("DESTROYED");

        resultAgain(result, 9);
        var deficit = UUID.randomUUID();
        forgotten.tell(DeficitChanged.TOPIC, new DeficitChanged(UUID.randomUUID(), deficit, 1, 1, Instant.EPOCH, person, "METHODICAL", "HIGH",
                "OPEN", LocalDate.EPOCH, null, result));
        await().atMost(PATIENCE).until(() -> number("SELECT version FROM result_copy WHERE id = :id", result) == 9
                && number("SELECT count(*) FROM deficit_copy WHERE id = :id AND deleted", deficit) == 1);
        assertThat(forgotten.tablesWith(person)).isEmpty();

        rebuilt(ResultChanged.TOPIC.name());
        assertThat(forgotten.tablesWith(person)).isEmpty();

        post(TYUMEN.as(Role.ADMIN), "retelling", "{}").expectStatus().is2xxSuccessful();
        told("DESTROYED");
    }

    /// Two of one kind are nobody and nobody.
    @Test
    void isOneOfSeveralMethodists() {
        for (int n = 0; n < 2; n++) {
            var one = teacher(school);
            created("methodists", """
                    {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(one));
            put(coordinator(), "people/" + one + "/destruction", "*", "{\"reason\": \"Заявление\"}").expectStatus().isNoContent();
        }
    }

    @Test
    void sharesItsEndWithRecordsThatWereMergedIntoIt() {
        var duplicate = created("people", teacher(lastName, school));
        post(coordinator(), "people/" + duplicate + "/merger", "{\"into\": \"%s\"}".formatted(person)).expectStatus().isOk();

        put(coordinator(), "people/" + person + "/destruction", "*", "{\"reason\": \"Заявление\"}").expectStatus().isNoContent();

        get(coordinator(), "people/" + duplicate).expectStatus().isNotFound();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Heard.on(PersonFateChanged.TOPIC, duplicate).json().at("/fate").asString())
                .isEqualTo("DESTROYED"));
    }

    @Test
    void saysThatABlockedPersonIsBlockedAndNamesThemNowhere() {
        var methodist = methodist();
        var pupil = teacher(school);
        created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, pupil));
        training();
        assertThat(read("people/" + pupil + "/card")).contains(lastName);

        put(coordinator(), "people/" + person + "/blocking", "*", "{\"reason\": \"Спор\"}").expectStatus().isNoContent();

        told("BLOCKED");
        assertThat(read("people/" + pupil + "/card")).doesNotContain(lastName);
        assertThat(csv("mms-trainings")).doesNotContain(lastName);

        delete(coordinator(), "people/" + person + "/blocking", "*").expectStatus().isNoContent();

        told("RELEASED");
        assertThat(csv("mms-trainings")).contains(lastName);
    }

    private void told(String fate) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Heard.on(PersonFateChanged.TOPIC, person).json().at("/fate").asString()).isEqualTo(fate));
    }

    private UUID methodist() {
        return created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));
    }

    private UUID training() {
        var employee = created("mms-staff", """
                {"personId": "%s", "municipalityId": "%s", "position": "Методист", "since": "2025-01-01"}""".formatted(person, municipality));
        return created("mms-trainings", """
                {"employeeId": "%s", "title": "%s", "tutor": false, "startedOn": "2026-01-01"}""".formatted(employee, secret));
    }

    private UUID result(long version) {
        var id = UUID.randomUUID();
        resultAgain(id, version);
        return id;
    }

    private void resultAgain(UUID id, long version) {
        forgotten.tell(ResultChanged.TOPIC, new ResultChanged(UUID.randomUUID(), id, 1, version, Instant.EPOCH, person, "Диагностика", "CNPPM",
                LocalDate.of(2026, 1, 1), List.of("METHODICAL")));
    }

    private static void rebuilt(String topic) {
        post(TYUMEN.as(Role.ADMIN), "projections/" + topic + "/rebuild", "{}").expectStatus().is2xxSuccessful();
    }

    private static String read(String path) {
        return String.valueOf(get(coordinator(), path).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    private static String csv(String register) {
        return String.valueOf(coordinator().get().uri("/api/registry/v1/" + register).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    private static long number(String sql, UUID id) {
        Long found = TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql(sql).bind("id", id).map(row -> row.get(0, Long.class)).one());
        return found == null ? -1 : found;
    }
}
