package ru.nms.registry.material;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.ids;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;

class MaterialComponentTest {

    private final UUID school = Registry.school(municipality("Абатский"));
    private final String title = "Материал " + UUID.randomUUID();

    @Test
    @Clause("REG-169")
    void keepsAnAnnotatedCatalogue() {
        for (var kind : List.of("WORK", "RECOMMENDATION", "DIGITAL")) {
            post(coordinator(), "materials", material(kind, "")).expectStatus().isEqualTo(422)
                    .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/annotation");
            var id = created("materials", material(kind, ", \"annotation\": \"Для кого и зачем\""));

            assertThat(ids(coordinator(), "materials?q=зачем " + title.substring(9) + "&kind=" + kind)).containsExactly(id);
        }
    }

    @Test
    @Clause({"REG-170", "REG-172"})
    void keepsLinksToResourcesAndPublications() {
        post(coordinator(), "materials", material("RESOURCE", ", \"link\": \"javascript:alert(1)\"")).expectStatus().isEqualTo(422);
        post(coordinator(), "materials", material("RESOURCE", "")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/link");
        var resource = created("materials", material("RESOURCE", ", \"link\": \"https://epos.permkrai.ru\""));
        post(coordinator(), "materials", material("PUBLICATION", ", \"publishedIn\": \"Учитель\"")).expectStatus().isEqualTo(422);
        var publication = created("materials", material("PUBLICATION",
                ", \"publishedIn\": \"Учитель\", \"publishedOn\": \"2025-02-01\", \"link\": \"https://example.org/1\""));

        get(coordinator(), "materials?kind=RESOURCE&organisationId=" + school).expectBody().jsonPath("$.items[0].id").isEqualTo(resource.toString())
                .jsonPath("$.items[0].link").isEqualTo("https://epos.permkrai.ru");
        get(coordinator(), "materials?kind=PUBLICATION&organisationId=" + school).expectBody()
                .jsonPath("$.items[0].id").isEqualTo(publication.toString()).jsonPath("$.items[0].publishedIn").isEqualTo("Учитель");
    }

    @Test
    @Clause("REG-175")
    void followsNewContentFromDevelopmentToAdoption() {
        var path = "projects/" + created("projects", project("NEW_CONTENT", "\"participantIds\": [\"" + school + "\"]"));

        get(coordinator(), path).expectBody().jsonPath("$.stage").isEqualTo("DEVELOPMENT");
        act(coordinator(), path + "/adoption", 1, on("2025-03-01")).expectStatus().isEqualTo(409);
        act(coordinator(), path + "/trial", 1, on("2024-12-31")).expectStatus().isEqualTo(422);
        act(coordinator(), path + "/trial", 1, on("2025-01-01")).expectStatus().isOk().expectBody().jsonPath("$.stage").isEqualTo("TRIAL");
        act(coordinator(), path + "/adoption", 2, on("2025-03-01")).expectBody().jsonPath("$.stage").isEqualTo("ADOPTED")
                .jsonPath("$.stageOn").isEqualTo("2025-03-01");
        assertThat(ids(coordinator(), "projects?stage=ADOPTED&participantId=" + school)).hasSize(1);
    }

    @Test
    @Clause("REG-056")
    void formsAProjectTeamFromSeveralOrganisations() {
        var one = longTeacher(school);
        var colleague = longTeacher(school);
        var other = longTeacher(Registry.school(municipality("Ярковский")));
        var members = "\"memberIds\": [\"%s\", \"%s\"]";
        post(coordinator(), "projects", project("METHOD_TEAM", members.formatted(one, colleague))).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("several-organisations");
        var id = created("projects", project("METHOD_TEAM", members.formatted(one, other)));

        get(coordinator(), "projects?memberId=" + other + "&on=2025-01-01").expectBody().jsonPath("$.items[0].id").isEqualTo(id.toString())
                .jsonPath("$.items[0].novelty").isEqualTo("Естественно-научная грамотность").jsonPath("$.items[0].since").isEqualTo("2025-01-01");
        assertThat(ids(coordinator(), "projects?memberId=" + other + "&on=2024-12-31")).isEmpty();
    }

    @Test
    @Clause("REG-057")
    void registersNetworkProjectsAndConceptsWithTheirParticipants() {
        var partner = Registry.school(municipality("Ярковский"));
        post(coordinator(), "projects", project("NETWORK_INNOVATION", "\"participantIds\": [\"" + school + "\"]")).expectStatus().isEqualTo(422);
        var network = created("projects", project("NETWORK_INNOVATION", "\"participantIds\": [\"%s\", \"%s\"]".formatted(school, partner)));
        post(coordinator(), "projects", project("DEVELOPMENT_CONCEPT", "\"participantIds\": []")).expectStatus().isEqualTo(422);
        var concept = created("projects", project("DEVELOPMENT_CONCEPT", "\"participantIds\": [\"%s\"], \"municipalityId\": \"%s\""
                .formatted(partner, municipality("Ярковский"))));

        assertThat(ids(coordinator(), "projects?participantId=" + partner)).containsExactlyInAnyOrder(network, concept);
        assertThat(ids(coordinator(), "projects?kind=DEVELOPMENT_CONCEPT&municipalityId=" + municipality("Ярковский"))).contains(concept);
    }

    private static UUID longTeacher(UUID organisation) {
        return created("people", Registry.teacher("Фамилия" + UUID.randomUUID(), organisation).replace("2025-09-01", "2021-09-01"));
    }

    private static String on(String day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private String material(String kind, String more) {
        return "{\"kind\": \"%s\", \"title\": \"%s\", \"organisationId\": \"%s\"%s}".formatted(kind, title, school, more);
    }

    private String project(String kind, String more) {
        return "{\"kind\": \"%s\", \"title\": \"%s\", \"novelty\": \"Естественно-научная грамотность\", \"since\": \"2025-01-01\", %s}"
                .formatted(kind, title, more);
    }
}
