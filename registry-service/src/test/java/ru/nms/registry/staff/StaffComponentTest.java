package ru.nms.registry.staff;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ru.nms.contracts.TeamChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;

class StaffComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID school = school(abatskiy);

    private UUID holding(String position, UUID organisation) {
        return created("people", """
                {"lastName": "Должностная%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "%s", "since": "2020-01-01"}]}""".formatted(UUID.randomUUID(), organisation, position));
    }

    private String team(String since, String until, UUID... members) {
        var rows = Arrays.stream(members).map("{\"personId\": \"%s\", \"since\": \"2024-01-01\"}"::formatted).toList();
        return """
                {"organisationId": "%s", "since": "%s", "until": %s, "members": [%s]}"""
                .formatted(school, since, until.isEmpty() ? "null" : '"' + until + '"', String.join(", ", rows));
    }

    @Test
    @Clause("REG-005")
    void keepsOneTeamOfHeadAndDeputiesAtATime() {
        var head = holding("HEAD", school);
        var deputy = holding("DEPUTY_HEAD", school);
        var id = created("management-teams", team("2024-01-01", "", head, deputy));

        get(coordinator(), "management-teams?organisationId=" + school + "&on=2024-01-01").expectBody()
                .jsonPath("$.items[0].id").isEqualTo(id.toString()).jsonPath("$.items[0].members.length()").isEqualTo(2);
        get(coordinator(), "management-teams?personId=" + deputy).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(coordinator(), "management-teams?organisationId=" + school + "&on=2023-12-31").expectBody().jsonPath("$.items").isEmpty();
        post(coordinator(), "management-teams", team("2023-12-31", "2024-01-02", head))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("second-team");
        put(coordinator(), "management-teams/" + id, "\"1\"", team("2024-01-01", "2025-09-01", head, deputy)).expectStatus().isOk();
        post(coordinator(), "management-teams", """
                {"organisationId": "%s", "since": "2025-09-01", "members": [{"personId": "%s", "since": "2025-09-01"}]}""".formatted(school, deputy))
                .expectStatus().isCreated();
    }

    @Test
    void announcesATeamWithItsMembers() {
        var id = created("management-teams", """
                {"organisationId": "%s", "since": "2024-01-01", "until": "2026-01-01", "members": [
                 {"personId": "%s", "since": "2024-01-01", "until": "2025-01-01", "role": "HEAD"}]}""".formatted(school, holding("HEAD", school)));

        Heard.on(TeamChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
    }

    @Test
    @Clause("REG-005")
    void refusesWhoIsNotInChargeHereOrTwiceInTheTeam() {
        var head = holding("HEAD", school);
        var unit = holding("UNIT_HEAD", school);
        var foreign = holding("HEAD", school(abatskiy));

        post(coordinator(), "management-teams", team("2024-01-01", "", head, unit, foreign)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[*].pointer").value(found -> assertThat(found).asList()
                        .containsExactlyInAnyOrder("/members/1/personId", "/members/2/personId"));
        post(coordinator(), "management-teams", team("2024-01-01", "", head, head)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("member-twice");
        post(coordinator(), "management-teams", team("2024-01-02", "", head)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("before-team");
        post(TYUMEN.as(Role.ORGANISATION, null, school(abatskiy), null), "management-teams", team("2024-01-01", "", head))
                .expectStatus().isForbidden();
        post(TYUMEN.as(Role.ORGANISATION, null, school, null), "management-teams", team("2024-01-01", "", head)).expectStatus().isCreated();
    }

    @Test
    @Clause("REG-014")
    void keepsReservesForEducationMethodistsTutorsAndLecturers() {
        var person = teacher(school);
        for (var kind : new String[] {"EDUCATION", "METHODIST", "TUTOR", "TRAINING_LECTURER"}) {
            created("staff-list-entries", entry("RESERVE", kind, person, ""));
            get(coordinator(), "staff-list-entries?list=RESERVE&kind=" + kind + "&personId=" + person + "&on=2026-01-01").expectBody()
                    .jsonPath("$.items.length()").isEqualTo(1);
        }
        post(coordinator(), "staff-list-entries", entry("RESERVE", "EXAM_COMMISSION", person, "")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("no-such-list-kind");
        get(TYUMEN.as(Role.MUNICIPALITY, null, null, municipality("Ярковский")), "staff-list-entries?personId=" + person)
                .expectBody().jsonPath("$.items").isEmpty();
        get(TYUMEN.as(Role.TEACHER, person), "staff-list-entries?personId=" + person).expectBody().jsonPath("$.items.length()").isEqualTo(4);
    }

    @Test
    @Clause("REG-015")
    void knowsMoreOfTrainingLecturers() {
        var person = teacher(school);
        var facts = ", \"lecturer\": {\"workWithChildren\": true, \"innovationWork\": false, \"digitalCompetence\": \"высокая\"}";
        var id = created("staff-list-entries", entry("LECTURER", null, person, facts));

        get(coordinator(), "staff-list-entries/" + id).expectBody().jsonPath("$.lecturer.workWithChildren").isEqualTo(true)
                .jsonPath("$.lecturer.innovationWork").isEqualTo(false).jsonPath("$.lecturer.digitalCompetence").isEqualTo("высокая");
        post(coordinator(), "staff-list-entries", entry("RESERVE", "TUTOR", person, facts)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("lecturers-only");
    }

    @Test
    @Clause("REG-016")
    void keepsExpertsByKindAndSubject() {
        var person = teacher(school);
        for (var kind : new String[] {"EXAM_COMMISSION", "ATTESTATION_COMMISSION", "PRACTITIONER"}) {
            var id = created("staff-list-entries", entry("EXPERT", kind, person, ", \"subject\": \"Физика\""));
            get(coordinator(), "staff-list-entries?list=EXPERT&kind=" + kind + "&subject=ФИЗИКА&personId=" + person).expectBody()
                    .jsonPath("$.items[*].id").isEqualTo(id.toString());
        }
        get(coordinator(), "staff-list-entries?list=EXPERT&subject=химия&personId=" + person).expectBody().jsonPath("$.items").isEmpty();
        post(coordinator(), "staff-list-entries", entry("EXPERT", "PRACTITIONER", person, "")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/subject");
    }

    @Test
    @Clause("REG-017")
    void givesADutyToOneOfficialAtATime() {
        var first = teacher(school);
        var second = teacher(school);
        var dates = ", \"since\": \"%s\", \"until\": \"%s\"}";
        var curator = """
                {"list": "OFFICIAL", "kind": "%s", "personId": "%s\"""";
        var id = created("staff-list-entries", curator.formatted("PASSPORT_CURATOR", first) + dates.formatted("2031-01-01", "2032-01-01"));

        post(coordinator(), "staff-list-entries", curator.formatted("PASSPORT_CURATOR", second) + dates.formatted("2031-12-31", "2033-01-01"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("duty-taken");
        created("staff-list-entries", curator.formatted("ECOSYSTEM_OPERATOR", second) + dates.formatted("2031-12-31", "2033-01-01"));
        created("staff-list-entries", curator.formatted("PASSPORT_CURATOR", second) + dates.formatted("2032-01-01", "2033-01-01"));
        get(coordinator(), "staff-list-entries?list=OFFICIAL&kind=PASSPORT_CURATOR&on=2031-12-31").expectBody()
                .jsonPath("$.items[*].id").isEqualTo(id.toString());
        get(TYUMEN.as(Role.TEACHER, UUID.randomUUID()), "staff-list-entries?list=OFFICIAL&on=2031-06-01&kind=PASSPORT_CURATOR").expectBody()
                .jsonPath("$.items[0].personId").isEqualTo(first.toString());
        delete(coordinator(), "staff-list-entries/" + id, "\"1\"").expectStatus().isNoContent();
    }

    private static String entry(String list, @Nullable String kind, UUID person, String more) {
        return """
                {"list": "%s", %s"personId": "%s", "since": "2026-01-01"%s}"""
                .formatted(list, kind == null ? "" : "\"kind\": \"" + kind + "\", ", person, more);
    }
}
