package ru.nms.registry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.DeficitChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Shelf;

class CardReportComponentTest {

    private static final String METHODIST = "{\"personId\": \"%s\", \"kind\": \"%s\", \"municipalityId\": %s, \"since\": \"2025-01-01\"}";

    private final UUID place = municipality("Уватский");
    private final UUID school = school(place);

    @Test
    @Clause("REP-03")
    void givesTeachersMethodistsAndTheirRatioByYear() throws IOException {
        var path = "municipality-card/" + place;
        var before = Answer.of(coordinator(), path).one("summary");
        teacher(school);
        var gone = teacher(school);
        created("methodists", METHODIST.formatted(teacher(school), "MUNICIPAL", "\"" + place + "\""));
        put(coordinator(), "people/" + gone + "/blocking", "\"1\"", "{\"reason\": \"Запрос\"}").expectStatus().is2xxSuccessful();
        TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("""
                UPDATE municipality SET teachers_reported = '{"2024": 300, "2023": 290}', methodists = '{"2024": 8}' WHERE id = :id""")
                .bind("id", place).then());

        var card = Answer.of(coordinator(), path);

        assertThat(card.one("summary").get("name").asString()).isEqualTo("Уватский");
        assertThat(card.one("summary").get("teachers").asLong()).isEqualTo(before.get("teachers").asLong() + 2)
                .isEqualTo(Answer.total(coordinator(), "people?teaching=true&on=" + LocalDate.now() + "&municipalityId=" + place));
        assertThat(card.rows("years").stream().map(row -> row.get("year").asInt()).toList()).containsSubsequence(2024, 2023);
        var year = card.row("years", "year", 2024);
        assertThat(year.get("teachersReported").asInt()).isEqualTo(300);
        assertThat(year.get("methodistsReported").asInt()).isEqualTo(8);
        assertThat(year.get("reportedPerMethodist").asDecimal()).isEqualByComparingTo("37.5");
        assertThat(card.row("years", "year", 2023).get("reportedPerMethodist").isNull()).isTrue();
        var now = card.one("years");
        assertThat(now.get("teachersRecorded").asLong()).isEqualTo(card.one("summary").get("teachers").asLong());
        assertThat(now.get("methodistsRecorded").asLong()).isPositive().isEqualTo(card.one("summary").get("municipalMethodists").asLong());
        assertThat(card.row("organisations", "kind", "SCHOOL").get("organisations").asLong())
                .isEqualTo(Answer.total(coordinator(), "organisations?kind=SCHOOL&municipalityId=" + place));
        assertThat(Answer.sheets(coordinator(), path)).containsExactly("Муниципалитет", "По годам", "Организации по видам");
        assertThat(Answer.csv(coordinator(), path)).contains("Образовательная организация").doesNotContain("SCHOOL");
        get(coordinator(), "reports/municipality-card/" + UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    @Clause("REP-04")
    void givesDeficitsTrainingAndSupportOfATeacher() throws IOException {
        var person = teacher(school);
        var programme = created("programmes", """
                {"providerId": "%s", "kind": "PK", "title": "Уроки %s", "hours": 36, "form": "FULL_TIME", "distanceShare": 0,
                 "competences": ["METHODICAL"]}""".formatted(Region.TYUMEN.organisation("SCHOOL"), UUID.randomUUID()));
        deficit(person, "METHODICAL", LocalDate.of(2025, 4, 1), null);
        deficit(person, "SUBJECT", LocalDate.of(2025, 4, 2), LocalDate.of(2025, 6, 1));
        completion(person, programme, "2025-04-01", "2025-04-10");
        completion(person, programme, "2025-04-02", "2025-04-12");
        var methodist = created("methodists", METHODIST.formatted(teacher(school), "REGIONAL", "null"));
        created("assignments", "{\"methodistId\": \"%s\", \"personId\": \"%s\", \"since\": \"2026-02-01\"}".formatted(methodist, person));
        var own = TYUMEN.as(Role.TEACHER, person);

        var card = Answer.of(own, "teacher-card/" + person);

        assertThat(card.one("summary").get("young").asBoolean()).isTrue();
        assertThat(card.one("posts").get("municipality").asString()).isEqualTo("Уватский");
        assertThat(card.rows("deficits")).extracting(row -> row.get("competence").asString()).containsExactly("METHODICAL", "SUBJECT");
        assertThat(card.one("deficits").get("trainings").asInt()).as("what began after the diagnosis").isEqualTo(1);
        assertThat(card.rows("training")).hasSize((int) Answer.total(coordinator(), "completions?personId=" + person)).hasSize(2);
        assertThat(card.one("support").get("form").asString()).isEqualTo("METHODIST");
        assertThat(card.one("support").get("who").asString()).startsWith("Фамилия");
        assertThat(Answer.sheets(own, "teacher-card/" + person))
                .containsExactly("Педагог", "Должности", "Дефициты", "Обучение", "Сопровождение");
        get(TYUMEN.as(Role.TEACHER, UUID.randomUUID()), "reports/teacher-card/" + person).expectStatus().isNotFound();
    }

    @Test
    @Clause("REP-05")
    void givesTheTeamMentoringAndFlagsOfAnOrganisation() throws IOException {
        var flagged = created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Школа %s", "municipalityId": "%s",
                 "details": {"flags": ["LOW_RESULTS"]}}""".formatted(UUID.randomUUID(), place));
        var head = head(flagged);
        var deputy = head(flagged);
        var young = teacher(flagged);
        created("management-teams", """
                {"organisationId": "%s", "since": "2024-01-01", "members": [{"personId": "%s", "since": "2024-01-01"},
                 {"personId": "%s", "since": "2024-01-01", "until": "2025-01-01"}]}""".formatted(flagged, head, deputy));
        created("mentorships", mentorship(head, young, flagged));
        mentors(school, flagged);
        created("mentoring-models", "{\"organisationId\": \"%s\", \"since\": \"2025-01-01\", \"document\": \"Приказ 1\"}".formatted(flagged));

        var card = Answer.of(coordinator(), "organisation-card/" + flagged);

        assertThat(card.one("summary").get("lowResults").asBoolean()).isTrue();
        assertThat(card.one("summary").get("disadvantaged").asBoolean()).isFalse();
        assertThat(card.one("summary").get("mentoringModel").asBoolean()).isTrue();
        assertThat(card.one("summary").get("teachers").asLong()).isEqualTo(1);
        assertThat(card.one("summary").get("people").asLong()).isEqualTo(3);
        assertThat(card.rows("team")).extracting(row -> row.get("personId").asString()).containsExactly(head.toString());
        assertThat(card.rows("mentoring")).hasSize((int) Answer.total(coordinator(), "mentorships?organisationId=" + flagged)).hasSize(1);
        assertThat(card.one("mentoring").get("mentees").asInt()).isEqualTo(1);
        assertThat(card.one("managerialMentoring").get("mentors").asBoolean()).isFalse();
        assertThat(Answer.sheets(coordinator(), "organisation-card/" + flagged))
                .containsExactly("Организация", "Управленческая команда", "Наставничество", "Наставничество команд");
        get(TYUMEN.as(Role.ORGANISATION, null, school, null), "reports/organisation-card/" + flagged).expectStatus().isNotFound();
        assertThat(Answer.of(TYUMEN.as(Role.ORGANISATION, null, flagged, null), "organisation-card/" + flagged).rows("team")).hasSize(1);
    }

    @Test
    @Clause("REP-06")
    void givesAssignedTeachersAndActivityOfAMethodist() throws IOException {
        var self = teacher(school);
        var methodist = created("methodists", METHODIST.formatted(self, "REGIONAL", "null"));
        var assigned = teacher(school);
        var foreign = teacher(school(municipality("Абатский")));
        for (var person : List.of(assigned, foreign)) {
            created("assignments", "{\"methodistId\": \"%s\", \"personId\": \"%s\", \"since\": \"2026-02-01\"}".formatted(methodist, person));
        }
        for (var day : List.of("2026-03-01", "2026-03-02")) {
            created("rma-activities", """
                    {"methodistId": "%s", "direction": "CONSULTING", "heldOn": "%s", "title": "Семинар", "teachers": 12}""".formatted(methodist, day));
        }
        var path = "methodist-card/" + methodist;

        var card = Answer.of(TYUMEN.as(Role.METHODIST, self), path);

        assertThat(card.one("summary").get("accompanied").asLong()).isEqualTo(2);
        assertThat(card.rows("assigned")).extracting(row -> row.get("personId").asString())
                .containsExactlyInAnyOrder(assigned.toString(), foreign.toString());
        assertThat(card.rows("assigned")).hasSize((int) Answer.total(coordinator(), "assignments?methodistId=" + methodist));
        assertThat(card.rows("activity")).hasSize((int) Answer.total(coordinator(), "rma-activities?methodistId=" + methodist)).hasSize(2);
        assertThat(card.one("directions").get("teachers").asLong()).isEqualTo(24);
        assertThat(Answer.of(TYUMEN.as(Role.MUNICIPALITY, null, null, place), path).rows("assigned"))
                .extracting(row -> row.get("personId").asString()).containsExactly(assigned.toString());
        assertThat(Answer.sheets(coordinator(), path)).containsExactly("Методист", "Закреплённые педагоги", "Мероприятия", "По направлениям");
        get(TYUMEN.as(Role.METHODIST, assigned), "reports/" + path).expectStatus().isOk();
        get(TYUMEN.as(Role.METHODIST, UUID.randomUUID()), "reports/" + path).expectStatus().isNotFound();
    }

    private static UUID head(UUID organisation) {
        return created("people", """
                {"lastName": "Главная%s", "firstName": "Анна", "posts": [{"organisationId": "%s", "position": "DEPUTY_HEAD", "since": "2020-01-01"}]}"""
                .formatted(UUID.randomUUID(), organisation));
    }

    /// This region does not know mentoring of teams, so nobody can enter one here.
    private static void mentors(UUID strong, UUID weak) {
        TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("""
                INSERT INTO managerial_mentorship (id, version, created_at, changed_at, search_key, strong_id, weak_id, since)
                VALUES (gen_random_uuid(), 1, :at, :at, '', :strong, :weak, '2025-01-01')""")
                .bind("at", Shelf.AT).bind("strong", strong).bind("weak", weak).then());
    }

    static String mentorship(UUID mentor, UUID mentee, UUID organisation) {
        return """
                {"form": "PAIR", "basis": "SUBJECT", "level": "INSTITUTIONAL", "mentorId": "%s", "menteeIds": ["%s"],
                 "organisationId": "%s", "subject": "Физика", "reverse": false, "since": "2026-01-01"}""".formatted(mentor, mentee, organisation);
    }

    static void completion(UUID person, UUID programme, String since, String until) {
        created("completions", """
                {"personId": "%s", "programmeId": "%s", "since": "%s", "until": "%s", "hours": 36, "document": "CERTIFICATE"}"""
                .formatted(person, programme, since, until));
    }

    private static void deficit(UUID person, String competence, LocalDate opened, @org.jspecify.annotations.Nullable LocalDate closed) {
        Shelf.learns(TYUMEN, new DeficitChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Shelf.AT, person, competence, "HIGH",
                closed == null ? "OPEN" : "CLOSED", opened, closed, UUID.randomUUID()));
    }
}
