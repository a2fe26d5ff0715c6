package ru.nms.registry.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

class CommunityWorkComponentTest {

    private static final Region TYUMEN = Region.TYUMEN;

    private final UUID community = community(false);
    private final UUID other = community(false);

    @Test
    @Clause("REG-111")
    void knowsTheKindsOfEachRegion() {
        var sevastopol = Region.of("sevastopol");
        for (var kind : List.of("METHOD_ASSOCIATION", "CREATIVE_GROUP", "AUTHOR_WORKSHOP", "TEACHERS_COUNCIL", "MASTERY_SCHOOL")) {
            sevastopol.created("communities", body(kind, "INSTITUTIONAL", "null", false));
        }
        var arkhangelsk = Region.of("arkhangelsk");
        arkhangelsk.created("communities", body("CLUB", "MUNICIPAL", arkhangelsk.municipality(), false));

        sevastopol.refused("communities", body("CLUB", "INSTITUTIONAL", "null", false)).jsonPath("$.errors[0].pointer").isEqualTo("/kind");
        arkhangelsk.refused("communities", body("AUTHOR_WORKSHOP", "INSTITUTIONAL", "null", false)).jsonPath("$.errors[0].pointer").isEqualTo("/kind");
    }

    @Test
    @Clause("REG-113")
    void keepsAssociationsOfTheYoungClubsAndCouncils() {
        var young = community(true);
        var council = TYUMEN.created("communities", body("METHOD_COUNCIL", "INSTITUTIONAL", "null", true));
        var arkhangelsk = Region.of("arkhangelsk");
        var club = arkhangelsk.created("communities", body("CLUB", "MUNICIPAL", arkhangelsk.municipality(), false)
                .replace("Объединение", "Клуб «Учитель года»"));

        for (var id : List.of(young, council)) {
            TYUMEN.get("communities/" + id).jsonPath("$.young").isEqualTo(true);
        }
        TYUMEN.get("communities?young=true&limit=200").jsonPath("$.items[*].id").value(ids -> assertThat(ids.toString())
                .contains(young.toString(), council.toString()).doesNotContain(community.toString()));
        arkhangelsk.get("communities?kind=CLUB&q=учитель года&limit=200").jsonPath("$.items[*].id").value(ids -> assertThat(ids.toString())
                .contains(club.toString()));
    }

    @Test
    @Clause("REG-112")
    void recordsAndAnalysesEachYear() {
        var result = TYUMEN.created("community-results", result(2026, ""));

        assertThat(missing(2026)).contains(community.toString(), other.toString());
        TYUMEN.put("community-results/" + result, 1, result(2026, ", \"analysis\": \"Больше практики\"")).expectStatus().isEqualTo(422);
        TYUMEN.put("community-results/" + result, 1, result(2026, ", \"analysis\": \"Больше практики\", \"analysedOn\": \"2026-12-01\""))
                .expectStatus().isOk();
        assertThat(missing(2026)).contains(other.toString()).doesNotContain(community.toString());
        assertThat(missing(2027)).contains(community.toString());
        TYUMEN.post("community-results", result(2026, "")).expectStatus().isEqualTo(409);
    }

    @Test
    @Clause("REG-115")
    void publishesMaterialsOfANetwork() {
        var network = TYUMEN.created("community-networks", """
                {"title": "Сеть %s", "communityIds": ["%s", "%s"], "since": "2026-01-01"}""".formatted(UUID.randomUUID(), community, other));
        var title = "Сценарий " + UUID.randomUUID();
        var id = TYUMEN.created("community-materials", material(network, community, title, "null"));

        assertThat(published(title)).doesNotContain("title");
        TYUMEN.put("community-materials/" + id, 1, material(network, community, title, "\"2999-01-01\"")).expectStatus().isOk();
        assertThat(published(title)).as("not yet").doesNotContain("title");
        TYUMEN.put("community-materials/" + id, 2, material(network, community, title, "\"2026-02-01\"")).expectStatus().isOk();
        assertThat(published(title)).contains(title, "https://example.org/1").doesNotContain(community.toString());
        TYUMEN.get("community-networks/" + network).jsonPath("$.materials").isEqualTo(1);
        TYUMEN.refused("community-materials", material(network, community(false), title, "null")).jsonPath("$.errors[0].code").isEqualTo("not-in-network");
    }

    @Test
    @Clause("REG-116")
    void supportsAssociationsByProgrammes() {
        var id = TYUMEN.created("community-support-programmes", """
                {"title": "Поддержка %s", "communityIds": ["%s", "%s"], "measures": ["Гранты", "Стажировки"], "since": "2026-01-01",
                 "until": "2027-01-01"}""".formatted(UUID.randomUUID(), community, other));

        TYUMEN.get("community-support-programmes?on=2026-12-31&communityId=" + other).jsonPath("$.items[0].id").isEqualTo(id.toString())
                .jsonPath("$.items[0].measures[1]").isEqualTo("Стажировки");
        TYUMEN.get("community-support-programmes?on=2027-01-01&communityId=" + other).jsonPath("$.items").isEmpty();
    }

    private static UUID community(boolean young) {
        return TYUMEN.created("communities", body("METHOD_ASSOCIATION", "MUNICIPAL", TYUMEN.municipality(), young));
    }

    private static String body(String kind, String level, String municipality, boolean young) {
        return """
                {"kind": "%s", "level": "%s", "title": "Объединение %s", "scope": "INTER_SUBJECT", "networked": false,
                 "young": %s, "municipalityId": %s}"""
                .formatted(kind, level, UUID.randomUUID(), young, municipality);
    }

    private String result(int year, String more) {
        return "{\"communityId\": \"%s\", \"year\": %d, \"results\": \"Десять уроков\"%s}".formatted(community, year, more);
    }

    private static String missing(int year) {
        var found = new String[1];
        TYUMEN.get("community-results/missing?year=" + year).jsonPath("$.items[*].communityId").value(ids -> found[0] = ids.toString());
        return found[0];
    }

    private static String material(UUID network, UUID of, String title, String publishedOn) {
        return """
                {"networkId": "%s", "communityId": "%s", "title": "%s", "summary": "Урок по физике", "link": "https://example.org/1",
                 "publishedOn": %s}""".formatted(network, of, title, publishedOn);
    }

    private static String published(String title) {
        return new String(java.util.Objects.requireNonNull(TYUMEN.service().anonymous().get()
                .uri("/api/registry/v1/community-materials/published?q=" + title).exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBody()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
