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

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;

class PrivacyComponentTest {

    private final UUID school = school(municipality("Абатский"));
    private final String lastName = "Личная" + UUID.randomUUID();
    private final UUID person = created("people", teacher(lastName, school));

    private static void gone(Topic<?> topic, UUID subject) {
        await().untilAsserted(() -> assertThat(Heard.on(topic, subject).isGone()).as("%s is gone from %s", subject, topic.name()).isTrue());
    }

    private static String text(String sql, UUID id) {
        return String.valueOf(TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql(sql).bind("id", id)
                .map(row -> String.valueOf(row.get(0, String.class))).one()));
    }

    /// A number with its control number; other tests take others.
    private static String snils() {
        var digits = String.valueOf(ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999));
        int sum = 0;
        for (int n = 0; n < 9; n++) {
            sum += (digits.charAt(n) - '0') * (9 - n);
        }
        return digits + String.format(Locale.ROOT, "%02d", sum % 101 % 100);
    }

    private static String number(String snils) {
        return "{\"snils\": \"%s\"}".formatted(snils);
    }

    @Test
    void destroysAPersonHereAndWhereverToldOf() {
        var pupil = teacher(school);
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));
        var assignment = created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, pupil));
        var entry = created("staff-list-entries", """
                {"list": "RESERVE", "kind": "TUTOR", "personId": "%s", "since": "2026-01-01"}""".formatted(person));
        var number = snils();
        put(coordinator(), "people/" + person + "/snils", "\"1\"", number(number)).expectStatus().isNoContent();

        put(coordinator(), "people/" + person + "/destruction", "*", "{\"reason\": \"Заявление\"}").expectStatus().isNoContent();

        get(coordinator(), "people/" + person).expectStatus().isNotFound();
        get(coordinator(), "people?count=true&q=" + lastName).expectBody().jsonPath("$.total").isEqualTo(0);
        get(coordinator(), "methodists/" + methodist).expectStatus().isNotFound();
        get(coordinator(), "assignments/" + assignment).expectStatus().isNotFound();
        get(coordinator(), "staff-list-entries/" + entry).expectStatus().isNotFound();
        post(coordinator(), "people/searches", number(number)).expectStatus().isOk().expectBody().jsonPath("$").isEmpty();
        assertThat(text("SELECT row_to_json(p)::text || (SELECT count(*) FROM post WHERE person_id = p.id) FROM person p WHERE p.id = :id", person))
                .doesNotContain(lastName, "1998-03-01", "Отчество").endsWith("}0");
        gone(PersonChanged.TOPIC, person);
        gone(PersonIdentityChanged.TOPIC, person);
        gone(MethodistChanged.TOPIC, methodist);
        gone(AssignmentChanged.TOPIC, assignment);
        get(coordinator(), "people-fates").expectBody().jsonPath("$[?(@.personId == '%s')].fate".formatted(person)).isEqualTo("ERASED");
        put(coordinator(), "people/" + person + "/destruction", "*", "{\"reason\": \"Ещё раз\"}").expectStatus().isNotFound();
        post(coordinator(), "methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person)).expectStatus().isEqualTo(422);
    }

    @Test
    void blocksARecordUntilItIsReleased() {
        put(coordinator(), "people/" + person + "/blocking", "*", "{\"reason\": \"Спор о точности\"}").expectStatus().isNoContent();

        get(coordinator(), "people/" + person).expectStatus().isNotFound();
        get(TYUMEN.as(Role.ORGANISATION, null, school, null), "people?q=" + lastName).expectBody().jsonPath("$.items").isEmpty();
        gone(PersonChanged.TOPIC, person);
        gone(PersonIdentityChanged.TOPIC, person);
        put(coordinator(), "people/" + person + "/blocking", "*", "{\"reason\": \"Ещё\"}").expectStatus().isNotFound();

        TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("DELETE FROM person WHERE id = :id").bind("id", person).then());
        delete(coordinator(), "people/" + person + "/blocking", "*").expectStatus().isNoContent();

        get(coordinator(), "people/" + person).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"")
                .expectBody().jsonPath("$.lastName").isEqualTo(lastName);
        await().untilAsserted(() -> assertThat(Heard.on(PersonIdentityChanged.TOPIC, person).isGone()).isFalse());
        assertThat(Heard.on(PersonChanged.TOPIC, person).json().at("/version").asInt()).isEqualTo(3);
    }

    @Test
    void mergesDuplicatesAndAnswersUnderTheOldIdForEver() {
        var other = school(municipality("Ярковский"));
        var kept = created("people", """
                {"lastName": "%s", "firstName": "Имя", "birthDate": "1998-03-01", "posts": [
                 {"organisationId": "%s", "position": "HEAD", "since": "2026-01-01"}]}""".formatted(lastName, other));
        var pupil = teacher(school);
        var role = """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""";
        var twin = created("methodists", role.formatted(person));
        var own = created("methodists", role.formatted(kept));
        var assignment = created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(twin, pupil));
        var entry = created("staff-list-entries", """
                {"list": "RESERVE", "kind": "TUTOR", "personId": "%s", "since": "2026-01-01"}""".formatted(person));

        post(coordinator(), "people/" + person + "/merger", "{\"into\": \"%s\"}".formatted(person)).expectStatus().isEqualTo(422);
        post(coordinator(), "people/" + person + "/merger", "{\"into\": \"%s\"}".formatted(UUID.randomUUID())).expectStatus().isEqualTo(422);
        post(coordinator(), "people/" + person + "/merger", "{\"into\": \"%s\"}".formatted(kept)).expectStatus().isOk().expectBody()
                .jsonPath("$.id").isEqualTo(kept.toString()).jsonPath("$.posts.length()").isEqualTo(2)
                .jsonPath("$.category").isEqualTo("FIRST").jsonPath("$.patronymic").isEqualTo("Отчество");

        get(coordinator(), "people/" + person).expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(kept.toString());
        get(coordinator(), "people?count=true&q=" + lastName).expectBody().jsonPath("$.total").isEqualTo(1);
        get(coordinator(), "staff-list-entries/" + entry).expectBody().jsonPath("$.personId").isEqualTo(kept.toString());
        get(coordinator(), "methodists/" + twin).expectStatus().isNotFound();
        get(coordinator(), "assignments/" + assignment).expectBody().jsonPath("$.methodistId").isEqualTo(own.toString());
        gone(PersonIdentityChanged.TOPIC, person);
        gone(MethodistChanged.TOPIC, twin);
        await().untilAsserted(() -> assertThat(Heard.on(PersonChanged.TOPIC, person).json().at("/mergedInto").asString()).isEqualTo(kept.toString()));
        await().untilAsserted(() -> assertThat(Heard.on(AssignmentChanged.TOPIC, assignment).json().at("/methodistPersonId").asString())
                .isEqualTo(kept.toString()));

        var last = created("people", teacher(lastName, other));
        post(coordinator(), "people/" + kept + "/merger", "{\"into\": \"%s\"}".formatted(last)).expectStatus().isOk();
        get(coordinator(), "people/" + person).expectBody().jsonPath("$.id").isEqualTo(last.toString());
    }

    @Test
    @Clause("REG-019")
    void keepsInsuranceNumbersSealed() {
        var snils = snils();
        put(TYUMEN.as(Role.ORGANISATION, null, school, null), "people/" + person + "/snils", "*", number(snils)).expectStatus().isNoContent();
        var formatted = "%s-%s-%s %s".formatted(snils.substring(0, 3), snils.substring(3, 6), snils.substring(6, 9), snils.substring(9));

        post(coordinator(), "people/searches", number(formatted)).expectStatus().isOk().expectBody()
                .jsonPath("$[0].id").isEqualTo(person.toString()).jsonPath("$[0].snils").doesNotExist();
        post(TYUMEN.as(Role.ORGANISATION, null, school(municipality("Ярковский")), null), "people/searches", number(snils))
                .expectStatus().isOk().expectBody().jsonPath("$").isEmpty();
        put(coordinator(), "people/" + teacher(school) + "/snils", "*", number(snils)).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:snils-exists");
        put(coordinator(), "people/" + person + "/snils", "*", number("11223344500")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("no-snils");
        get(TYUMEN.as(Role.TEACHER, person), "people/" + person + "/export").expectStatus().isOk().expectBody()
                .jsonPath("$.kept.snils").isEqualTo(formatted);
        assertThat(text("SELECT encode(sealed, 'escape') || encode(hash, 'escape') FROM person_identifier WHERE person_id = :id", person))
                .doesNotContain(snils);
    }

    @Test
    void keepsNoNumbersWithoutAKey() {
        var sevastopol = Registry.sevastopol().as(Role.COORDINATOR);
        var location = String.valueOf(post(sevastopol, "people", "{\"lastName\": \"А\", \"firstName\": \"Б\", \"posts\": []}")
                .expectStatus().isCreated().expectBody().returnResult().getResponseHeaders().getLocation());

        put(sevastopol, location.replaceFirst(".*/people", "people") + "/snils", "*", number(snils())).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:no-identifier-key");
    }

    @Test
    void keepsConsentsAndTellsAPersonEverything() {
        var consent = """
                {"personId": "%s", "purpose": "PUBLICATION", "givenOn": "2026-01-01"%s}""";
        var me = TYUMEN.as(Role.TEACHER, person);
        var id = created("consents", consent.formatted(person, ""));
        post(TYUMEN.as(Role.TEACHER, teacher(school)), "consents", consent.formatted(person, ", \"document\": \"чужое\"").replace("2026-01-01", "2026-01-02"))
                .expectStatus().isForbidden();

        put(me, "consents/" + id, "\"1\"", consent.formatted(person, ", \"withdrawnOn\": \"2026-03-01\"")).expectStatus().isOk();

        get(coordinator(), "consents?personId=" + person + "&on=2026-02-28").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(coordinator(), "consents?personId=" + person + "&on=2026-03-01").expectBody().jsonPath("$.items").isEmpty();
        get(me, "people/" + person + "/export").expectStatus().isOk().expectBody()
                .jsonPath("$.person.birthDate").isEqualTo("1998-03-01")
                .jsonPath("$.kept.consents[0].withdrawnOn").isEqualTo("2026-03-01");
        get(TYUMEN.as(Role.ORGANISATION, null, school, null), "people/" + person + "/export").expectStatus().isNotFound();
    }

    @Test
    void tellsWhoLookedAtWhom() {
        get(TYUMEN.as(Role.MINISTRY), "people/" + person).expectStatus().isOk();
        get(TYUMEN.as(Role.ORGANISATION, null, school, null), "people/" + person + "/card").expectStatus().isOk();

        get(TYUMEN.as(Role.ADMIN), "read-records?sort=at&subjectId=" + person).expectStatus().isOk().expectBody()
                .jsonPath("$.items[*].roles").value(roles -> assertThat((List<?>) roles).asList().containsExactly("MINISTRY", "ORGANISATION"))
                .jsonPath("$.items[1].organisationId").isEqualTo(school.toString())
                .jsonPath("$.items[0].subjectIds[0]").isEqualTo(person.toString());
        get(TYUMEN.as(Role.ADMIN), "read-records?to=2020-01-01T00:00:00Z&subjectId=" + person).expectBody().jsonPath("$.items").isEmpty();
    }
}
