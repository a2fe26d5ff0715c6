package ru.nms.registry.card;

import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class CardComponentTest {

    private final UUID isetskiy = municipality("Исетский");
    private final UUID school = school(isetskiy);

    @Test
    void givesAPersonWithAllThatStandsAround() {
        var head = created("people", """
                {"lastName": "Карточкина%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "HEAD", "since": "2020-01-01"}]}""".formatted(UUID.randomUUID(), school));
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(head));
        var teacher = teacher(school);
        created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, teacher));
        created("management-teams", """
                {"organisationId": "%s", "since": "2024-01-01", "members": [{"personId": "%s", "since": "2024-01-01"}]}""".formatted(school, head));
        created("staff-list-entries", """
                {"list": "RESERVE", "kind": "TUTOR", "personId": "%s", "since": "2026-01-01"}""".formatted(head));

        get(coordinator(), "people/" + head + "/card").expectStatus().isOk().expectBody()
                .jsonPath("$.person.id").isEqualTo(head.toString())
                .jsonPath("$.person.management").isEqualTo(true)
                .jsonPath("$.around.organisations[0].id").isEqualTo(school.toString())
                .jsonPath("$.around.methodist[0].kind").isEqualTo("REGIONAL")
                .jsonPath("$.around.teams.length()").isEqualTo(1)
                .jsonPath("$.around.lists[0].kind").isEqualTo("TUTOR")
                .jsonPath("$.around.communities").isEmpty();
        get(TYUMEN.as(Role.TEACHER, teacher), "people/" + teacher + "/card").expectBody()
                .jsonPath("$.around.accompaniedBy[0].personId").isEqualTo(head.toString());
        get(TYUMEN.as(Role.TEACHER, teacher), "people/" + head + "/card").expectStatus().isNotFound();
    }

    @Test
    void givesWhatAPersonLearntAndWhoHelps() {
        var teacher = teacher(school);
        var mentor = teacher(school);
        var pair = created("mentorships", """
                {"form": "PAIR", "basis": "SUBJECT", "level": "INSTITUTIONAL", "mentorId": "%s", "menteeIds": ["%s"], "organisationId": "%s",
                 "subject": "Физика", "reverse": false, "since": "2026-01-01"}""".formatted(mentor, teacher, school));
        var tutor = created("tutors", """
                {"personId": "%s", "programmes": ["ФГОС"], "modernTeacherSchool": false, "since": "2026-01-01"}""".formatted(mentor));
        created("tutor-accompaniments", """
                {"tutorId": "%s", "personId": "%s", "programme": "ФГОС", "since": "2026-01-01"}""".formatted(tutor, teacher));

        get(coordinator(), "people/" + teacher + "/card").expectStatus().isOk().expectBody()
                .jsonPath("$.around.mentoring[0].id").isEqualTo(pair.toString()).jsonPath("$.around.mentoring[0].mentor").isEqualTo(false)
                .jsonPath("$.around.tutors[0].personId").isEqualTo(mentor.toString())
                .jsonPath("$.around.training").isEmpty().jsonPath("$.around.courses").isEmpty().jsonPath("$.around.deficits").isEmpty();
        get(TYUMEN.as(Role.ORGANISATION, null, school, null), "people/" + mentor + "/card").expectStatus().isOk().expectBody()
                .jsonPath("$.around.mentoring[0].mentor").isEqualTo(true).jsonPath("$.around.tutor[0].id").isEqualTo(tutor.toString())
                .jsonPath("$.around.deficits").doesNotExist();
    }

    @Test
    void givesAMethodistWithWhomTheyAccompany() {
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(teacher(school)));
        var teacher = teacher(school);
        created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, teacher));
        var path = "methodists/" + methodist + "/card";

        get(coordinator(), path).expectStatus().isOk().expectBody()
                .jsonPath("$.methodist.kind").isEqualTo("REGIONAL").jsonPath("$.methodist.organisations[0].id").isEqualTo(school.toString())
                .jsonPath("$.methodist.assigned.length()").isEqualTo(1)
                .jsonPath("$.methodist.assigned[0].personId").isEqualTo(teacher.toString()).jsonPath("$.methodist.activities").isEmpty();
        get(TYUMEN.as(Role.TEACHER, teacher), path).expectStatus().isForbidden();
        get(coordinator(), "methodists/" + UUID.randomUUID() + "/card").expectStatus().isNotFound();
    }

    @Test
    void givesAnOrganisationInNumbers() {
        teacher(school);
        created("people", """
                {"lastName": "Бывшая", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2020-01-01", "until": "2021-01-01"}]}""".formatted(school));
        var part = created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Филиал %s", "municipalityId": "%s", "parentId": "%s"}"""
                .formatted(UUID.randomUUID(), isetskiy, school));

        get(coordinator(), "organisations/" + school + "/card").expectStatus().isOk().expectBody()
                .jsonPath("$.organisation.id").isEqualTo(school.toString())
                .jsonPath("$.around.people.all").isEqualTo(1).jsonPath("$.around.people.teachers").isEqualTo(1)
                .jsonPath("$.around.people.young").isEqualTo(1).jsonPath("$.around.people.management").isEqualTo(0)
                .jsonPath("$.around.municipality").isEqualTo("Исетский")
                .jsonPath("$.around.parts[0].id").isEqualTo(part.toString());
        get(coordinator(), "organisations/" + part + "/card").expectBody().jsonPath("$.around.parent.id").isEqualTo(school.toString());
        get(TYUMEN.as(Role.MUNICIPALITY, null, null, municipality("Абатский")), "organisations/" + school + "/card").expectStatus().isNotFound();
    }

    @Test
    @Clause("REG-013")
    void showsReportedAndRecordedTeachersOfAMunicipalityByYear() {
        var omutinskiy = municipality("Омутинский");
        teacher(school(omutinskiy));

        get(coordinator(), "municipalities/" + omutinskiy + "/card").expectStatus().isOk().expectBody()
                .jsonPath("$.municipality.code").isEqualTo("omutinskiy")
                .jsonPath("$.teachers.length()").isEqualTo(2)
                .jsonPath("$.teachers[0].year").isEqualTo(2023).jsonPath("$.teachers[0].reported").isEqualTo(193)
                .jsonPath("$.teachers[0].recorded").isEqualTo(0).jsonPath("$.teachers[0].differs").isEqualTo(true);
        TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("""
                UPDATE municipality SET teachers_reported = '{"2025": 1, "2024": 1}' WHERE id = :id""").bind("id", omutinskiy).then());

        get(coordinator(), "municipalities/" + omutinskiy + "/card").expectBody()
                .jsonPath("$.teachers[0].year").isEqualTo(2025).jsonPath("$.teachers[0].recorded").isEqualTo(1)
                .jsonPath("$.teachers[0].differs").isEqualTo(false)
                .jsonPath("$.teachers[1].year").isEqualTo(2024).jsonPath("$.teachers[1].recorded").isEqualTo(0);
    }

    @Test
    @Clause("REG-037")
    void tellsTheAuthorityOfAMunicipalityFromItsMethodService() {
        var tobolskiy = municipality("Тобольский");
        var body = """
                {"kind": "%s", "level": "MUNICIPAL", "name": "Орган %s", "municipalityId": "%s"}""";
        var authority = created("organisations", body.formatted("MUNICIPAL_AUTHORITY", UUID.randomUUID(), tobolskiy));
        var service = created("organisations", body.formatted("MMS", UUID.randomUUID(), tobolskiy));

        get(coordinator(), "municipalities/" + tobolskiy + "/card").expectBody()
                .jsonPath("$.around.authorities[0].id").isEqualTo(authority.toString()).jsonPath("$.around.authorities.length()").isEqualTo(1)
                .jsonPath("$.around.methodServices[0].id").isEqualTo(service.toString()).jsonPath("$.around.methodServices.length()").isEqualTo(1)
                .jsonPath("$.around.organisations.MMS").isEqualTo(1);
    }
}
