package ru.nms.registry.rma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

class RmaComponentTest {

    private static final Region PERM = Region.of("perm");

    private final UUID school = PERM.school();
    private final UUID person = PERM.teacher(school);
    private final UUID methodist = PERM.created("methodists", """
            {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));

    @Test
    @Clause("REG-066")
    void approvesTheListByAnActAndKeepsTheRoadmapUpToDate() {
        var title = "Состав " + UUID.randomUUID();
        var id = PERM.created("rma-lists", list(title, methodist, "null"));

        PERM.get("rma-lists/" + id).jsonPath("$.approved").isEqualTo(false);
        PERM.put("rma-lists/" + id, 1, list(title, methodist, act())).expectStatus().isOk().expectBody()
                .jsonPath("$.approved").isEqualTo(true).jsonPath("$.act.number").isEqualTo("14");
        PERM.put("rma-lists/" + id, 2, list(title, otherMethodist(), act())).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/methodistIds");
        PERM.refused("rma-lists", list("Состав " + UUID.randomUUID(), UUID.randomUUID(), act()))
                .jsonPath("$.errors[0].code").isEqualTo("unknown-methodist");

        int year = 2030 + (int) (System.nanoTime() % 60);
        var roadmap = PERM.created("rma-roadmaps", roadmap(year, "2026-02-01", "CONSULTING"));
        PERM.put("rma-roadmaps/" + roadmap, 1, roadmap(year, "2026-06-01", "ROUTES")).expectStatus().isOk().expectBody()
                .jsonPath("$.revisedOn").isEqualTo("2026-06-01").jsonPath("$.measures[0].direction").isEqualTo("ROUTES");
        PERM.put("rma-roadmaps/" + roadmap, 2, roadmap(year, "2026-05-31", "ROUTES")).expectStatus().isEqualTo(422);
    }

    @Test
    @Clause("REG-067")
    void knowsWhichMunicipalityHasNoCoordinator() {
        var municipality = PERM.municipality();
        var since = 1900 + (int) (System.nanoTime() % 90);

        PERM.get("rma-coordinators/missing?on=%d-06-01".formatted(since)).jsonPath("$.total").isEqualTo(1);
        PERM.created("rma-coordinators", coordinator(municipality, since + "-06-01", "\"%d-07-01\"".formatted(since)));
        PERM.get("rma-coordinators/missing?on=%d-06-01".formatted(since)).jsonPath("$.total").isEqualTo(0);
        PERM.get("rma-coordinators/missing?on=%d-05-31".formatted(since)).jsonPath("$.total").isEqualTo(1);
        PERM.get("rma-coordinators/missing?on=%d-07-01".formatted(since)).jsonPath("$.total").isEqualTo(1);
        PERM.refused("rma-coordinators", coordinator(municipality, since + "-06-30", "\"%d-08-01\"".formatted(since)))
                .jsonPath("$.errors[0].code").isEqualTo("coordinated-already");
        PERM.created("rma-coordinators", coordinator(municipality, since + "-07-01", "\"%d-08-01\"".formatted(since)));
        var tyumen = Region.TYUMEN;
        tyumen.refused("rma-coordinators", """
                {"municipalityId": %s, "personId": "%s", "since": "2026-01-01"}""".formatted(tyumen.municipality(),
                tyumen.teacher(tyumen.school()))).jsonPath("$.errors[0].code").isEqualTo("not-in-region");
    }

    @Test
    @Clause("REG-068")
    void namesADirectionOfTheRegionInEachActivity() {
        assertThat(RegionProfiles.load("perm").methodist().activities()).hasSize(8);
        assertThat(RegionProfiles.load("tyumen").methodist().activities()).hasSize(7);
        assertThat(RegionProfiles.load("arkhangelsk").methodist().activities()).hasSize(8);
        var id = PERM.created("rma-activities", activity("MUTUAL_LEARNING"));

        PERM.get("rma-activities?direction=MUTUAL_LEARNING&methodistId=" + methodist).jsonPath("$.items[0].id").isEqualTo(id.toString());
        for (var wrong : List.of("EXPERT_WORK", "Консультации")) {
            PERM.refused("rma-activities", activity(wrong)).jsonPath("$.errors[0].pointer").isEqualTo("/direction");
        }
    }

    @Test
    @Clause("REG-077")
    void leavesOutOfThePublicListWhoeverWithdrewTheConsent() {
        var name = "Скромная" + UUID.randomUUID().toString().replace("-", "");
        var modest = PERM.created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": []}""".formatted(name));
        PERM.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(modest));
        var today = LocalDate.now(Clock.systemUTC());
        var consent = """
                {"personId": "%s", "purpose": "PUBLICATION", "givenOn": "%s"%s}""";
        assertThat(publicly(name)).as("an act publishes the list").isOne();

        var given = PERM.created("consents", consent.formatted(modest, "2026-01-01", ""));
        PERM.put("consents/" + given, 1, consent.formatted(modest, "2026-01-01", ", \"withdrawnOn\": \"%s\"".formatted(today.plusDays(2))));
        assertThat(publicly(name)).as("withdrawn from the day after tomorrow").isOne();
        PERM.put("consents/" + given, 2, consent.formatted(modest, "2026-01-01", ", \"withdrawnOn\": \"%s\"".formatted(today.minusDays(1))));
        assertThat(publicly(name)).isZero();

        PERM.created("consents", consent.formatted(modest, today.minusDays(1), ""));
        assertThat(publicly(name)).as("given again").isOne();
    }

    private static int publicly(String name) {
        var page = PERM.service().anonymous().get().uri("/api/registry/v1/methodical-body?q=" + name).exchange().expectStatus().isOk()
                .expectBody(Map.class).returnResult().getResponseBody();
        return ((List<?>) java.util.Objects.requireNonNull(page).get("items")).size();
    }

    @Test
    @Clause("REG-077")
    void showsActiveMethodistsToEverybodyWithoutWhatIsTheirs() {
        var name = "Публичная" + UUID.randomUUID().toString().replace("-", "");
        var shown = PERM.created("people", """
                {"lastName": "%s", "firstName": "Анна", "birthDate": "1980-05-05", "externalId": "%s", "posts": [{"organisationId":
                 "%s", "position": "TEACHER", "subjects": ["Химия"], "since": "2010-09-01"}]}""".formatted(name, name, school));
        var role = PERM.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(shown));

        var page = PERM.service().anonymous().get().uri("/api/registry/v1/methodical-body?q=" + name).exchange().expectStatus().isOk()
                .expectBody(Map.class).returnResult().getResponseBody();
        var items = (List<?>) java.util.Objects.requireNonNull(page).get("items");
        assertThat(items).hasSize(1);
        assertThat((Map<?, ?>) items.getFirst()).extracting(Map::keySet).asInstanceOf(
                        org.assertj.core.api.InstanceOfAssertFactories.collection(String.class))
                .containsExactlyInAnyOrder("lastName", "firstName", "patronymic", "organisation", "municipality", "subjects", "since");
        PERM.put("methodists/" + role, 1, """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01", "until": "2026-06-30"}""".formatted(shown)).expectStatus().isOk();
        PERM.service().anonymous().get().uri("/api/registry/v1/methodical-body?q=" + name).exchange().expectBody()
                .jsonPath("$.items").isEmpty();
    }

    private UUID otherMethodist() {
        return PERM.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(PERM.teacher(school)));
    }

    private static String act() {
        return "{\"title\": \"Приказ\", \"number\": \"14\", \"date\": \"2026-02-01\"}";
    }

    private static String list(String title, UUID methodist, String act) {
        return "{\"title\": \"%s\", \"methodistIds\": [\"%s\"], \"act\": %s}".formatted(title, methodist, act);
    }

    private static String roadmap(int year, String revisedOn, String direction) {
        return """
                {"year": %d, "revisedOn": "%s", "measures": [{"title": "Консультации", "direction": "%s", "from": "2026-09-01",
                 "to": "2026-12-31"}]}""".formatted(year, revisedOn, direction);
    }

    private String coordinator(String municipality, String since, String until) {
        return "{\"municipalityId\": %s, \"personId\": \"%s\", \"since\": \"%s\", \"until\": %s}".formatted(municipality, person, since, until);
    }

    private String activity(String direction) {
        return "{\"methodistId\": \"%s\", \"direction\": \"%s\", \"heldOn\": \"2026-03-01\", \"title\": \"Семинар\", \"teachers\": 12}"
                .formatted(methodist, direction);
    }
}
