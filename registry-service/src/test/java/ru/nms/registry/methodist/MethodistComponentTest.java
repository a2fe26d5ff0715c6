package ru.nms.registry.methodist;

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

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;

class MethodistComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID yarkovskiy = municipality("Ярковский");
    private final UUID school = school(abatskiy);
    private final UUID person = teacher(school);
    private final UUID learner = teacher(school);

    @Test
    @Clause({"REG-069", "REG-076", "REG-065"})
    void accompaniesTeachersAndCountsThem() {
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "engagement": "STAFF", "since": "2026-01-01"}""".formatted(person));
        var experienced = created("people", """
                {"lastName": "Опытный", "firstName": "Имя", "birthDate": "1970-01-01", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2000-09-01"}]}""".formatted(school));
        created("assignments", assignment(methodist, learner));
        created("assignments", assignment(methodist, experienced));

        get(coordinator(), "methodists/" + methodist).expectStatus().isOk().expectBody()
                .jsonPath("$.engagement").isEqualTo("STAFF")
                .jsonPath("$.accompanied").isEqualTo(2)
                .jsonPath("$.accompaniedYoung").isEqualTo(1);
        get(coordinator(), "assignments?methodistId=" + methodist + "&on=2026-01-31").expectBody().jsonPath("$.items").isEmpty();
        get(coordinator(), "assignments?methodistId=" + methodist + "&on=2026-02-01").expectBody().jsonPath("$.items.length()").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Methodist.Engagement.class)
    @Clause("REG-065")
    void keepsHowAMethodistIsEngaged(Methodist.Engagement how) {
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "engagement": "%s", "since": "2026-01-01"}""".formatted(person, how));
        get(coordinator(), "methodists/" + methodist).expectBody().jsonPath("$.engagement").isEqualTo(how.name());
    }

    @Test
    @Clause("REG-070")
    void refusesTheTeacherAboveTheLimit() {
        var methodist = created("methodists", regional(person));
        TYUMEN.inTransaction(TYUMEN.bean(org.springframework.r2dbc.core.DatabaseClient.class).sql("""
                WITH made AS (
                    INSERT INTO person (id, version, created_at, changed_at, last_name, first_name, name_key)
                    SELECT gen_random_uuid(), 1, now(), now(), 'П', 'П', 'п п' FROM generate_series(1, 249)
                    RETURNING id)
                INSERT INTO assignment (id, version, created_at, changed_at, methodist_id, person_id, since)
                SELECT gen_random_uuid(), 1, now(), now(), :methodist, id, DATE '2026-02-01' FROM made
                """).bind("methodist", methodist).then());

        var last = created("assignments", assignment(methodist, learner));
        post(coordinator(), "assignments", assignment(methodist, teacher(school))).expectStatus().isEqualTo(409)
                .expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:methodist-full")
                .jsonPath("$.limit").isEqualTo(250)
                .jsonPath("$.clause").value(Registry.citing("385"));

        put(coordinator(), "assignments/" + last, "\"1\"", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01", "until": "2026-03-01"}"""
                .formatted(methodist, learner)).expectStatus().isOk();
        post(coordinator(), "assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-03-01"}""".formatted(methodist, teacher(school)))
                .expectStatus().isCreated();
    }

    @Test
    void showsAMethodistTheAccompaniedOnly() {
        var methodist = created("methodists", regional(person));
        created("assignments", assignment(methodist, learner));
        var me = TYUMEN.as(Role.METHODIST, person);

        get(me, "people/" + learner).expectStatus().isOk();
        get(me, "people/" + teacher(school)).expectStatus().isNotFound();
        get(me, "assignments").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(TYUMEN.as(Role.TEACHER, learner), "methodists").expectBody().jsonPath("$.items[0].id").isEqualTo(methodist.toString());
    }

    @Test
    void endsAssignmentsWithTheMethodist() {
        var methodist = created("methodists", regional(person));
        var assignment = created("assignments", assignment(methodist, learner));

        put(coordinator(), "methodists/" + methodist, "\"1\"", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01", "until": "2026-06-30"}""".formatted(person))
                .expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");

        get(coordinator(), "assignments/" + assignment).expectBody()
                .jsonPath("$.until").isEqualTo("2026-06-30").jsonPath("$.version").isEqualTo(2);
        get(TYUMEN.as(Role.METHODIST, person), "people/" + learner).expectStatus().isNotFound();
        post(coordinator(), "assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-07-01"}""".formatted(methodist, learner))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("after-methodist");
    }

    @Test
    void appointsNobodyTwice() {
        var first = created("methodists", regional(person));

        post(coordinator(), "methodists", regional(person)).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.existing").isEqualTo(first.toString());
        post(coordinator(), "methodists", regional(UUID.randomUUID())).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("unknown-person");
    }

    @Test
    void letsAMunicipalityKeepItsOwnService() {
        var mine = TYUMEN.as(Role.MUNICIPALITY, null, null, abatskiy);

        post(mine, "methodists", municipal(abatskiy)).expectStatus().isCreated();
        post(mine, "methodists", municipal(yarkovskiy)).expectStatus().isForbidden();
        post(mine, "methodists", regional(person)).expectStatus().isForbidden();
        post(coordinator(), "methodists", municipal(UUID.randomUUID())).expectStatus().isEqualTo(422);
    }

    @Test
    void refusesAssignmentsThatCannotBe() {
        var methodist = created("methodists", regional(person));

        post(coordinator(), "assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2025-12-31", "until": "2025-12-31"}""".formatted(methodist, person))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[*].code").value(found -> assertThat(found)
                        .asList().containsExactlyInAnyOrder("ends-before-start", "before-methodist", "own-methodist"));
        post(coordinator(), "assignments", assignment(UUID.randomUUID(), UUID.randomUUID())).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors.length()").isEqualTo(2);
        created("assignments", assignment(methodist, learner));
        post(coordinator(), "assignments", assignment(methodist, learner)).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:assignment-exists");
    }

    private static String regional(UUID person) {
        return """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person);
    }

    private String municipal(UUID municipality) {
        return """
                {"personId": "%s", "kind": "MUNICIPAL", "municipalityId": "%s", "since": "2026-01-01"}""".formatted(person, municipality);
    }

    private static String assignment(UUID methodist, UUID person) {
        return """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, person);
    }
}
