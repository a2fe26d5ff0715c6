package ru.nms.registry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.teacher;
import static ru.nms.registry.report.CardReportComponentTest.completion;
import static ru.nms.registry.report.CardReportComponentTest.mentorship;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;
import tools.jackson.databind.JsonNode;

/// Reports of a day that is over, after what became of the organisations since.
class OldReportsComponentTest {

    private static final List<String> REPORTS = List.of("mentoring?on=2026-02-01", "training?from=2025-03-01&to=2025-03-31", "sites?year=2025");

    private final UUID place = municipality("Ярковский");
    private final String name = "Школа " + UUID.randomUUID();
    private final UUID merged = Registry.school(place);
    private final UUID divided = Registry.school(place);
    private final UUID school = created("organisations", Registry.school(name, place));

    @Test
    @Clause({"REG-053", "REG-095", "REG-096"})
    void stayAsTheyWereAfterARenamingAMergerAndADivision() {
        happens();
        var before = reports();
        assertThat(before.toString()).contains(name);

        put(coordinator(), "organisations/" + school, "\"1\"", Registry.school(name + " новая", place)
                .replace("}", ", \"renamedOn\": \"2026-03-01\"}")).expectStatus().isOk();
        assertThat(reports()).isEqualTo(before);

        var heir = opened("Объединённая");
        carriedOut("MERGER", List.of(school, merged), List.of(heir));
        assertThat(reports()).isEqualTo(before);

        carriedOut("DIVISION", List.of(divided), List.of(opened("Первая"), opened("Вторая")));
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    @Clause("REG-053")
    void nameAnOrganisationAsItWasCalledOnTheDay() {
        happens();
        put(coordinator(), "organisations/" + school, "\"1\"", Registry.school(name + " новая", place)
                .replace("}", ", \"renamedOn\": \"2026-03-01\"}")).expectStatus().isOk();

        assertThat(named("mentoring?on=2026-02-28")).isEqualTo(name);
        assertThat(named("mentoring?on=2026-03-01")).isEqualTo(name + " новая");
    }

    private String named(String report) {
        return Answer.of(coordinator(), report).rows("mentorships").stream().map(row -> row.path("organisation").asString(""))
                .filter(it -> it.startsWith(name)).findFirst().orElseThrow();
    }

    /// A mentorship, a training and a site of the school.
    private void happens() {
        var id = created("mentorships", mentorship(teacher(school), teacher(school), school));
        Shelf.act(coordinator(), "mentorships/" + id + "/acceptance", 1, "{\"on\": \"2026-01-01\"}").expectStatus().isOk();
        completion(teacher(school), created("programmes", """
                {"providerId": "%s", "kind": "PK", "title": "Курс %s", "hours": 36, "form": "FULL_TIME", "distanceShare": 0}"""
                .formatted(school, UUID.randomUUID())), "2025-03-01", "2025-03-10");
        created("sites", """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "Площадка %s", "capacity": 2, "since": "2025-01-01",
                 "selectedOn": "2024-12-01", "experience": "Победы учеников"}""".formatted(school, UUID.randomUUID()));
    }

    private static List<JsonNode> reports() {
        return REPORTS.stream().map(path -> Answer.of(coordinator(), path).body().get("sections")).toList();
    }

    private UUID opened(String title) {
        return created("organisations", Registry.school(title + " " + UUID.randomUUID(), place)
                .replace("}", ", \"openedOn\": \"2026-04-01\"}"));
    }

    private static void carriedOut(String kind, List<UUID> before, List<UUID> after) {
        post(coordinator(), "reorganisations", """
                {"kind": "%s", "on": "2026-04-01", "predecessors": %s, "successors": %s}""".formatted(kind, ids(before), ids(after)))
                .expectStatus().isCreated();
    }

    private static List<String> ids(List<UUID> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").toList();
    }
}
