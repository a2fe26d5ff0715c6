package ru.nms.diagnostics.deficit;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.contracts.PracticeChanged;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.SiteChanged;
import ru.nms.diagnostics.offer.Offered;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// What is done about a deficit, and what is recommended.
class DeficitWorkComponentTest {

    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    @Clause("DIA-007")
    void tellsEveryTurnOfItsCourseWithTheEvidence() {
        var opened = recorded(PERM, result(person, "2026-01-01", "METHODICAL", 399));
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 100));
        recorded(PERM, result(person, "2026-03-01", "METHODICAL", 700));
        var closed = recorded(PERM, result(person, "2026-04-01", "METHODICAL", 800));
        recorded(PERM, result(person, "2026-05-01", "METHODICAL", 950));
        var again = recorded(PERM, result(person, "2026-06-01", "METHODICAL", 799));

        deficit().jsonPath("$.items[0].course[*].turn").value(turns -> assertThat(turns).asList()
                        .containsExactly("OPENED", "LEVEL_CHANGED", "CLOSED", "REOPENED"))
                .jsonPath("$.items[0].course[0].resultId").isEqualTo(opened)
                .jsonPath("$.items[0].course[0].level").isEqualTo("HIGH")
                .jsonPath("$.items[0].course[1].on").isEqualTo("2026-03-01")
                .jsonPath("$.items[0].course[2].resultId").isEqualTo(closed)
                .jsonPath("$.items[0].course[3].resultId").isEqualTo(again);
    }

    @Test
    void tellsWhichRoutesWorkOnIt() {
        recorded(PERM, result(person, "2026-01-01", "METHODICAL", 399));
        var id = UUID.fromString(text(deficit(), "$.items[0].id"));
        deficit().jsonPath("$.items[0].workedOnBy").isEmpty();
        var route = UUID.randomUUID();
        var event = UUID.randomUUID();

        route(route, 1, person, id, "PLANNED", event);
        route(UUID.randomUUID(), 1, UUID.randomUUID(), id, "PLANNED", null);   // somebody else's route

        deficit().jsonPath("$.items[0].workedOnBy.length()").isEqualTo(1)
                .jsonPath("$.items[0].workedOnBy[0].routeId").isEqualTo(route.toString())
                .jsonPath("$.items[0].workedOnBy[0].routeStatus").isEqualTo("IN_PROGRESS")
                .jsonPath("$.items[0].workedOnBy[0].status").isEqualTo("PLANNED")
                .jsonPath("$.items[0].workedOnBy[0].eventId").isEqualTo(event.toString());
        list("&workedOn=true").jsonPath("$.items.length()").isEqualTo(1);
        list("&workedOn=false").jsonPath("$.items").isEmpty();

        route(route, 2, person, id, "CANCELLED", event);
        list("&workedOn=true").jsonPath("$.items").isEmpty();
    }

    @Test
    void comesFirstWhereStudentsResultsAreLow() {
        var school = Learnt.organisation(UUID.randomUUID(), List.of("LOW_RESULTS"));
        var weak = Learnt.working(UUID.randomUUID(), school);
        recorded(PERM, result(weak, "2026-01-01", "METHODICAL", 399));
        recorded(PERM, result(person, "2026-01-01", "METHODICAL", 399));

        get(PERM.as(Role.COORDINATOR), "deficits?priority=true&personId=" + weak).expectBody()
                .jsonPath("$.items[0].priority").isEqualTo(true);
        list("&priority=false").jsonPath("$.items.length()").isEqualTo(1);
        get(PERM.as(Role.COORDINATOR), "deficits?sort=priority&limit=1").expectBody().jsonPath("$.items[0].priority").isEqualTo(true);
    }

    @Test
    @Clause("DIA-019")
    void tellsThePersonTheResultAndRecommends() {
        var result = recorded(PERM, result(person, "2026-01-01", "METHODICAL", 399).replace("}]",
                "}, {\"competence\": \"IT\", \"points\": 9, \"maximum\": 10}]"));
        var programme = programme("INCLUDED", List.of("METHODICAL"), LocalDate.of(2025, 1, 1));
        var unlisted = programme("NOT_FILED", List.of("METHODICAL", "IT"), null);
        var refused = programme("REFUSED", List.of("METHODICAL"), null);
        var site = site(List.of("METHODICAL"), null);
        var over = site(List.of("METHODICAL"), LocalDate.of(2026, 1, 1));
        var practice = practice("PUBLISHED");
        var proposed = practice("PROPOSED");

        get(PERM.as(Role.TEACHER, person), "results/" + result + "/recommendation").expectStatus().isOk().expectBody()
                .jsonPath("$.findings[0].competence").isEqualTo("IT").jsonPath("$.findings[0].level").doesNotExist()
                .jsonPath("$.findings[0].advice").isEmpty()
                .jsonPath("$.findings[1].level").isEqualTo("HIGH").jsonPath("$.findings[1].why.share").isEqualTo(39.9)
                .jsonPath("$.findings[1].advice[*].id").value(ids -> assertThat(ids).asList()
                        .contains(programme, unlisted, site, practice).doesNotContain(refused, over, proposed)
                        .satisfies(all -> assertThat(all.indexOf(programme)).isLessThan(all.indexOf(unlisted))));
        get(PERM.as(Role.TEACHER, UUID.randomUUID()), "results/" + result + "/recommendation").expectStatus().isNotFound();
        get(PERM.as(Role.TEACHER, person), "deficits/" + text(deficit(), "$.items[0].id") + "/suggestions").expectBody()
                .jsonPath("$.items[*].id").value(ids -> assertThat(ids).asList().contains(programme, site, practice));
    }

    private BodyContentSpec deficit() {
        return list("");
    }

    private BodyContentSpec list(String filter) {
        return get(PERM.as(Role.COORDINATOR), "deficits?personId=" + person + filter).expectStatus().isOk().expectBody();
    }

    private static void route(UUID id, int version, UUID person, UUID deficit, String status, @Nullable UUID event) {
        Offered.learnt(new RouteChanged(UUID.randomUUID(), id, 1, version, Instant.EPOCH, person, "IN_PROGRESS",
                LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 31), true, null, null,
                List.of(new RouteChanged.Item(UUID.randomUUID(), "LEARNING", "EVENT", status, deficit, "METHODICAL", event),
                        new RouteChanged.Item(UUID.randomUUID(), "LEARNING", "EVENT", "PLANNED", null, null, null))));
    }

    private static String programme(String status, List<String> competences, @Nullable LocalDate included) {
        var id = UUID.randomUUID();
        Offered.learnt(new ProgrammeChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, UUID.randomUUID(), "PK", "А" + id, 36, "DISTANCE",
                100, List.of(), List.of(), List.of(), List.of(), competences, List.of(), status, included, null, null));
        return id.toString();
    }

    private static String site(List<String> competences, @Nullable LocalDate until) {
        var id = UUID.randomUUID();
        Offered.learnt(new SiteChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, "INTERNSHIP", UUID.randomUUID(), "А" + id, List.of(),
                competences, 5, LocalDate.of(2025, 1, 1), until));
        return id.toString();
    }

    private static String practice(String status) {
        var id = UUID.randomUUID();
        Offered.learnt(new PracticeChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, "TEACHING", "А" + id, UUID.randomUUID(), List.of(),
                List.of("METHODICAL"), status, null));
        return id.toString();
    }

    private static String text(BodyContentSpec body, String path) {
        var found = new String[1];
        body.jsonPath(path).value(value -> found[0] = String.valueOf(value));
        return found[0];
    }
}
