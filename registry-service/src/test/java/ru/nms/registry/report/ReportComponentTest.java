package ru.nms.registry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.sides;
import static ru.nms.registry.Registry.teacher;
import static ru.nms.registry.report.CardReportComponentTest.completion;
import static ru.nms.registry.report.CardReportComponentTest.mentorship;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Shelf;
import tools.jackson.databind.JsonNode;

class ReportComponentTest {

    private final UUID place = municipality("Юргинский");
    private final UUID school = school(place);

    @Test
    @Clause("REP-13")
    void countsTrainingThatEndedInAPeriod() throws IOException {
        var provider = created("organisations", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(UUID.randomUUID()));
        var programme = created("programmes", """
                {"providerId": "%s", "kind": "PK", "title": "Курс %s", "hours": 36, "form": "FULL_TIME", "distanceShare": 0}"""
                .formatted(provider, UUID.randomUUID()));
        var person = teacher(school);
        completion(person, programme, "2025-10-01", "2025-10-10");
        completion(person, programme, "2025-10-20", "2025-10-31");
        completion(person, programme, "2025-10-20", "2025-11-01");
        var path = "training?from=2025-10-10&to=2025-10-31";

        var report = Answer.of(TYUMEN.anonymous(), path);

        long all = Answer.total(coordinator(), "completions?from=2025-10-10&to=2025-10-31");
        assertThat(report.one("total").get("completions").asLong()).isEqualTo(all);
        assertThat(report.rows("kinds").stream().mapToLong(row -> row.get("completions").asLong()).sum()).isEqualTo(all);
        assertThat(report.rows("providers").stream().mapToLong(row -> row.get("completions").asLong()).sum()).isEqualTo(all);
        assertThat(report.one("years").get("completions").asLong()).isEqualTo(all);
        var mine = report.rows("providers").stream().filter(row -> row.get("completions").asLong() == 2).toList();
        assertThat(mine).anySatisfy(row -> assertThat(row.get("people").asLong()).isEqualTo(1));
        assertThat(report.row("municipalities", "municipality", "Юргинский").get("completions").asLong()).isEqualTo(2);
        assertThat(report.one("total").get("chosenByDiagnostics").asLong())
                .isEqualTo(Answer.total(coordinator(), "completions?chosenByDiagnostics=true&from=2025-10-10&to=2025-10-31"));
        assertThat(Answer.sheets(TYUMEN.anonymous(), path)).containsExactly("Всего", "По годам", "По видам программ", "По организациям",
                "По темам учёта", "По муниципалитетам");
        get(coordinator(), "reports/training?from=2025-10-11&to=2025-10-10").expectStatus().isBadRequest();
    }

    @Test
    @Clause("REP-16")
    void givesTheRegisterOfSitesAndCountsInternships() throws IOException {
        var title = "Площадка " + UUID.randomUUID();
        var site = created("sites", """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "%s", "subjects": ["Физика"], "capacity": 2, "since": "2024-01-01",
                 "until": "2026-01-01", "selectedOn": "2023-12-01", "experience": "Победы учеников"}""".formatted(school, title));
        var programme = created("internship-programmes", """
                {"siteId": "%s", "title": "Стажировка %s", "topic": "Физика", "form": "INDIVIDUAL", "hours": 24}"""
                .formatted(site, UUID.randomUUID()));
        var person = teacher(school);
        for (var day : new String[] {"2025-04-01", "2025-04-02"}) {
            var id = created("internships", """
                    {"personId": "%s", "internshipProgrammeId": "%s", "since": "%s", "until": "%s"}""".formatted(person, programme, day, day));
            Shelf.act(coordinator(), "internships/" + id + "/completion", 1, "").expectStatus().isOk();
        }

        var report = Answer.of(TYUMEN.anonymous(), "sites?year=2025");

        var row = report.row("sites", "title", title);
        assertThat(row.get("municipality").asString()).isEqualTo("Юргинский");
        assertThat(row.get("internships").asLong()).isEqualTo(2)
                .isEqualTo(Answer.total(coordinator(), "internships?status=COMPLETED&siteId=" + site));
        assertThat(row.get("people").asLong()).isEqualTo(1);
        var year = report.row("years", "year", 2025);
        assertThat(year.get("internshipSites").asLong() + year.get("innovationSites").asLong()).isEqualTo(report.rows("sites").size());
        assertThat(year.get("internships").asLong())
                .isEqualTo(report.rows("sites").stream().mapToLong(it -> it.get("internships").asLong()).sum());
        assertThat(Answer.of(TYUMEN.anonymous(), "sites?year=2026").rows("sites")).noneMatch(it -> it.get("title").asString().equals(title));
        assertThat(Answer.sheets(TYUMEN.anonymous(), "sites?year=2025")).containsExactly("Площадки", "По годам");
    }

    @Test
    @Clause("REP-17")
    void givesTheBaseOfMentoringAsFarAsTheCallerSees() throws IOException {
        var mentor = teacher(school);
        var mentee = teacher(school);
        var id = created("mentorships", mentorship(mentor, mentee, school));
        var asked = created("mentorships", mentorship(mentee, teacher(school), school));
        Shelf.act(coordinator(), "mentorships/" + id + "/acceptance", 1, "{\"on\": \"2026-01-01\"}").expectStatus().isOk();
        var path = "mentoring?on=2026-02-01";

        var mine = Answer.of(TYUMEN.as(Role.ORGANISATION, null, school, null), path);

        assertThat(mine.rows("mentorships")).extracting(row -> row.get("id").asString()).containsExactly(id.toString());
        assertThat(mine.one("mentorships").get("mentor").asString()).startsWith("Фамилия");
        assertThat(mine.one("mentorships").get("mentees")).hasSize(1);
        assertThat(mine.one("counts").get("mentorships").asLong()).isEqualTo(1);
        var all = Answer.of(coordinator(), path);
        assertThat(all.rows("counts").stream().mapToLong(row -> row.get("mentorships").asLong()).sum())
                .isEqualTo(all.rows("mentorships").size());
        assertThat(all.rows("mentorships")).noneMatch(row -> row.get("id").asString().equals(asked.toString()));
        assertThat(all.rows("mentorships")).hasSize((int) (Answer.total(coordinator(), "mentorships?status=ACCEPTED&on=2026-02-01")
                + Answer.total(coordinator(), "mentorships?status=COMPLETED&on=2026-02-01")));
        assertThat(all.row("organisations", "what", "MENTORING_MODEL").get("of").asLong()).isPositive();
        assertThat(Answer.of(TYUMEN.as(Role.ORGANISATION, null, school(place), null), path).rows("mentorships")).isEmpty();
        assertThat(Answer.sheets(coordinator(), path)).containsExactly("База наставничества", "Число", "Организации");
    }

    @Test
    @Clause("REP-18")
    void showsWhichActsAndAgreementsThereAreAndWhoLacksOne() throws IOException {
        var sides = sides(place);
        var number = UUID.randomUUID().toString();
        var agreement = created("agreements", """
                {"kind": "TRIPARTITE", "title": "О методической работе", "number": "%s", "since": "2025-03-01", "until": "2025-05-01",
                 "municipalityId": "%s", "partyIds": ["%s", "%s", "%s"]}""".formatted(number, place, sides.get(0), sides.get(1), sides.get(2)));
        assertThat(lacking("2025-04-01")).contains("Юргинский");
        Shelf.act(coordinator(), "agreements/" + agreement + "/signing", 1, "").expectStatus().isOk();

        assertThat(lacking("2025-04-01")).doesNotContain("Юргинский");
        assertThat(lacking("2025-05-01")).contains("Юргинский");
        var report = Answer.of(coordinator(), "acts?on=2025-04-01");
        assertThat(report.row("agreements", "number", number).get("municipality").asString()).isEqualTo("Юргинский");
        var lists = Answer.of(coordinator(), "acts").rows("acts");
        assertThat(lists).isNotEmpty().allSatisfy(row -> assertThat(row.get("present").asBoolean())
                .isEqualTo(Answer.total(coordinator(), "acts?on=" + report(row)) > 0));
        assertThat(Answer.sheets(coordinator(), "acts")).containsExactly("Акты", "Соглашения", "Без соглашения");
    }

    private static String report(JsonNode row) {
        return Answer.of(coordinator(), "acts").body().get("on").asString() + "&purpose=" + row.get("purpose").asString();
    }

    private static List<String> lacking(String on) {
        return Answer.of(coordinator(), "acts?on=" + on).rows("municipalitiesWithoutAgreement").stream()
                .map(row -> row.get("name").asString()).toList();
    }
}
