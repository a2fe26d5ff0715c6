package ru.nms.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;

class PersonComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID yarkovskiy = municipality("Ярковский");
    private final UUID school = school(abatskiy);
    private final UUID other = school(yarkovskiy);
    private final String lastName = "Иванова" + UUID.randomUUID();

    @Test
    @Clause("REG-001")
    void entersAPersonWithEverythingThatIsKnown() {
        var body = """
                {"externalId": "%s", "lastName": "%s", "firstName": "Анна", "patronymic": "Петровна", "birthDate": "1985-05-17",
                 "category": "HIGHEST", "attestedOn": "2024-03-01",
                 "education": {"level": "HIGHER", "pedagogical": true, "profile": "физика"}, "specialitySince": "2008-09-01",
                 "posts": [{"organisationId": "%s", "position": "TEACHER", "subjects": ["Физика"], "since": "2020-09-01",
                            "teachingSince": "2010-09-01", "weeklyHours": 18.5, "employment": "MAIN"}]}"""
                .formatted(UUID.randomUUID(), lastName, school);
        var location = post(coordinator(), "people", body).expectStatus().isCreated()
                .expectHeader().valueEquals("ETag", "\"1\"")
                .expectBody().returnResult().getResponseHeaders().getLocation();

        coordinator().get().uri(String.valueOf(location)).exchange().expectStatus().isOk()
                .expectBody()
                .jsonPath("$.lastName").isEqualTo(lastName)
                .jsonPath("$.birthDate").isEqualTo("1985-05-17")
                .jsonPath("$.category").isEqualTo("HIGHEST")
                .jsonPath("$.education.profile").isEqualTo("физика")
                .jsonPath("$.young").isEqualTo(false)
                .jsonPath("$.posts[0].organisationId").isEqualTo(school.toString())
                .jsonPath("$.posts[0].subjects[0]").isEqualTo("Физика")
                .jsonPath("$.posts[0].teachingSince").isEqualTo("2010-09-01")
                .jsonPath("$.posts[0].weeklyHours").isEqualTo(18.5);
        coordinator().put().uri(String.valueOf(location)).contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .header("If-Match", "\"1\"").bodyValue(body).exchange()
                .expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
    }

    @Test
    void tellsAllFaultsAtOnceAndStoresNothing() {
        post(coordinator(), "people", """
                {"lastName": "%s", "firstName": "Анна", "birthDate": "1800-01-01", "posts": [
                 {"organisationId": "%s", "position": "HEAD", "since": "2024-01-01", "until": "2024-01-01"}]}"""
                .formatted(lastName, UUID.randomUUID()))
                .expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[*].pointer").value(found -> assertThat(found).asList()
                        .containsExactlyInAnyOrder("/birthDate", "/posts/0/organisationId", "/posts/0/until"));
        post(coordinator(), "people", "{\"lastName\": \"\", \"posts\": [{}]}").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors.length()").isEqualTo(5);
        assertThat(found(coordinator(), "q=" + lastName)).isEmpty();
    }

    @Test
    @Clause({"REG-004", "REG-003"})
    void countsATeacherWhoIsAlsoAHeadOnce() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "DEPUTY_HEAD", "since": "2024-01-01"},
                 {"organisationId": "%s", "position": "TEACHER", "subjects": ["Химия"], "since": "2024-01-01"},
                 {"organisationId": "%s", "position": "TEACHER", "subjects": ["Биология"], "since": "2024-02-01"},
                 {"organisationId": "%s", "position": "TEACHER", "subjects": ["Физика"], "since": "2024-01-01"}]}"""
                .formatted(lastName, school, school, school, other));

        get(coordinator(), "people?count=true&q=" + lastName).expectBody().jsonPath("$.total").isEqualTo(1);
        get(coordinator(), "organisations/" + school + "/card").expectBody()
                .jsonPath("$.around.people.all").isEqualTo(1).jsonPath("$.around.people.teachers").isEqualTo(1).jsonPath("$.around.people.management").isEqualTo(1);
        assertThat(found(coordinator(), "organisationId=" + school + "&position=TEACHER")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + school + "&position=DEPUTY_HEAD")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + school + "&subject=ХИМИЯ&teaching=true")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + school + "&subject=физика")).isEmpty();
        assertThat(found(coordinator(), "municipalityId=" + yarkovskiy + "&q=" + lastName + "&position=DEPUTY_HEAD")).isEmpty();
    }

    @Test
    @Clause({"REG-006", "REG-007"})
    void filtersYoungTeachersOfAnyDay() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "birthDate": "1990-11-22", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2024-09-01"}]}""".formatted(lastName, school));

        assertThat(found(coordinator(), "organisationId=" + school + "&young=true&date=2026-11-21")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + school + "&young=true&date=2026-11-22")).isEmpty();
        assertThat(found(coordinator(), "organisationId=" + school + "&young=false&date=2026-11-22")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + school + "&date=2024-08-31")).isEmpty();
        get(coordinator(), "people?young=true&date=2026-11-21&q=" + lastName).expectBody().jsonPath("$.items[0].young").isEqualTo(true);
        get(coordinator(), "people?young=maybe").expectStatus().isBadRequest();
        get(coordinator(), "people?date=yesterday").expectStatus().isBadRequest();
    }

    @Test
    void hasNoYoungTeachersWhereTheRegionHasNoRule() {
        var sevastopol = Registry.sevastopol().as(Role.COORDINATOR);
        post(sevastopol, "people", """
                {"lastName": "%s", "firstName": "Анна", "birthDate": "1998-05-17", "posts": []}""".formatted(lastName))
                .expectStatus().isCreated().expectBody().jsonPath("$.young").doesNotExist();

        get(sevastopol, "people?young=true").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("no-young-rule");
    }

    @Test
    void changesOverTheVersionThatWasRead() {
        var id = created("people", teacher(lastName, school));

        put(coordinator(), "people/" + id, "\"1\"", teacher(lastName, other)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"")
                .expectBody().jsonPath("$.posts[0].organisationId").isEqualTo(other.toString());
        put(coordinator(), "people/" + id, "\"1\"", teacher(lastName, school)).expectStatus().isEqualTo(412);
        put(coordinator(), "people/" + id, "\"2\"", teacher(lastName, other)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"");
        put(coordinator(), "people/" + UUID.randomUUID(), "\"1\"", teacher(lastName, school)).expectStatus().isNotFound();
        assertThat(found(coordinator(), "organisationId=" + school)).isEmpty();
    }

    @Test
    @Clause("GW-003")
    void showsEachRoleItsOwnPeople() {
        var id = created("people", teacher(lastName, school));
        var colleague = teacher(school);

        assertThat(found(TYUMEN.as(Role.MINISTRY), "organisationId=" + school)).contains(id, colleague);
        assertThat(found(TYUMEN.as(Role.MUNICIPALITY, null, null, abatskiy), "q=" + lastName)).containsExactly(id);
        assertThat(found(TYUMEN.as(Role.MUNICIPALITY, null, null, yarkovskiy), "q=" + lastName)).isEmpty();
        assertThat(found(TYUMEN.as(Role.ORGANISATION, null, school, null), "")).containsExactlyInAnyOrder(id, colleague);
        assertThat(found(TYUMEN.as(Role.ORGANISATION, null, other, null), "")).isEmpty();
        assertThat(found(TYUMEN.as(Role.TEACHER, id), "")).containsExactly(id);
        assertThat(found(TYUMEN.as(Role.METHODIST, UUID.randomUUID()), "")).isEmpty();
        var methodist = methodistOf(id);
        assertThat(found(TYUMEN.as(Role.METHODIST, methodist), "")).containsExactlyInAnyOrder(id, methodist);
        get(TYUMEN.as(Role.TEACHER, colleague), "people/" + id).expectStatus().isNotFound();
        put(TYUMEN.as(Role.ORGANISATION, null, other, null), "people/" + id, "\"1\"", teacher(lastName, other))
                .expectStatus().isNotFound();
    }

    private UUID methodistOf(UUID teacher) {
        var person = teacher(other);
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));
        created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-01-01"}""".formatted(methodist, teacher));
        return person;
    }

    @Test
    void losesSightOfThoseWhoLeft() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2020-01-01", "until": "2021-01-01"}]}"""
                .formatted(lastName, school));

        get(TYUMEN.as(Role.ORGANISATION, null, school, null), "people/" + id).expectStatus().isNotFound();
        get(coordinator(), "people/" + id).expectStatus().isOk();
    }

    @Test
    @Clause("REG-019")
    void showsBirthDatesToThoseWhoKeepTheCardsOnly() {
        var id = created("people", teacher(lastName, school));

        get(TYUMEN.as(Role.MINISTRY), "people/" + id).expectBody().jsonPath("$.birthDate").doesNotExist();
        get(TYUMEN.as(Role.TEACHER, id), "people/" + id).expectBody().jsonPath("$.birthDate").isEqualTo("1998-03-01");
    }

    @Test
    void letsAnOrganisationKeepItsOwnPostsOnly() {
        var mine = TYUMEN.as(Role.ORGANISATION, null, school, null);
        var id = created("people", teacher(lastName, school));
        var both = """
                {"lastName": "%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2025-09-01"},
                 {"organisationId": "%s", "position": "TEACHER", "since": "%s"}]}""";

        post(mine, "people", teacher(lastName, other)).expectStatus().isEqualTo(422);
        post(mine, "people", "{\"lastName\": \"А\", \"firstName\": \"Б\"}").expectStatus().isEqualTo(422);
        put(mine, "people/" + id, "\"1\"", both.formatted(lastName, school, other, "2025-09-01")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("foreign-posts");
        put(coordinator(), "people/" + id, "\"1\"", both.formatted(lastName, school, other, "2025-09-01")).expectStatus().isOk();
        put(mine, "people/" + id, "\"2\"", both.formatted(lastName, school, other, "2025-10-01")).expectStatus().isEqualTo(422);
        put(mine, "people/" + id, "\"2\"", both.formatted(lastName + "а", school, other, "2025-09-01")).expectStatus().isOk();
    }

    @Test
    void recordsWhoReadWhom() {
        var id = created("people", teacher(lastName, school));

        get(TYUMEN.as(Role.MINISTRY), "people/" + id).expectStatus().isOk();

        var readers = TYUMEN.inTransaction(TYUMEN.bean(org.springframework.r2dbc.core.DatabaseClient.class)
                .sql("SELECT roles FROM read_audit WHERE :id = ANY (subject_ids)").bind("id", id)
                .map(row -> row.get("roles", String.class)).all().collectList());
        assertThat(readers).containsExactly("MINISTRY");
    }

    static List<UUID> found(WebTestClient http, String query) {
        var ids = new java.util.ArrayList<UUID>();
        get(http, "people?limit=200&" + query).expectStatus().isOk().expectBody().jsonPath("$.items[*].id")
                .value(found -> ((List<?>) found).forEach(id -> ids.add(UUID.fromString(String.valueOf(id)))));
        return ids;
    }
}
