package ru.nms.registry.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

class NetworkProductComponentTest {

    private static final Region TYUMEN = Region.TYUMEN;

    private final UUID school = TYUMEN.school();
    private final UUID author = TYUMEN.teacher(school);
    private final UUID community = community();
    private final UUID network = TYUMEN.created("community-networks", """
            {"title": "Сеть %s", "communityIds": ["%s", "%s"], "since": "2024-01-01"}""".formatted(UUID.randomUUID(), community, community()));
    private final WebTestClient reader = TYUMEN.service().as(Role.TEACHER, TYUMEN.teacher(TYUMEN.school()));

    @Test
    @Clause("REG-176")
    void listsPracticesTechniquesAndDidacticWorksOfNetworks() {
        member("2025-01-01");
        var word = "слово" + UUID.randomUUID().toString().substring(0, 8);
        var technique = TYUMEN.created("materials", """
                {"kind": "TECHNIQUE", "title": "Методика %s", "annotation": "Описание", "communityId": "%s", "authorIds": ["%s"]}""".formatted(word, community, author));
        var didactic = TYUMEN.created("materials", """
                {"kind": "DIDACTIC", "title": "Карточки %s", "annotation": "Описание", "communityId": "%s", "authorIds": ["%s"]}""".formatted(word, community, author));
        TYUMEN.created("materials", "{\"kind\": \"DIDACTIC\", \"title\": \"Листы %s\", \"annotation\": \"Описание\", \"authorIds\": [\"%s\"]}".formatted(word, author));
        var shown = TYUMEN.created("community-materials", material("Сценарий " + word, "\"2025-02-01\""));
        TYUMEN.created("community-materials", material("Набросок " + word, "null"));
        var practice = practice(word);

        assertThat(ids("network-products?networkId=" + network)).containsExactlyInAnyOrder(technique, didactic, shown, practice);
        assertThat(ids("network-products?q=" + word + "&communityId=" + community)).hasSize(4);
        assertThat(ids("network-products?kind=PRACTICE&networkId=" + network)).containsExactly(practice);
        assertThat(ids("network-products?q=карточки " + word)).containsExactly(didactic);
    }

    @Test
    @Clause("REG-176")
    void listsPeopleWhoGrewInNetworksToThoseWhoMayKnow() {
        member("2025-01-01");
        TYUMEN.created("attestations", attestation("2024-12-31"));
        assertThat(grown(TYUMEN.coordinator())).as("before joining").isEmpty();
        TYUMEN.created("attestations", attestation("2025-03-01"));
        practice("слово");

        assertThat(grown(TYUMEN.coordinator())).containsExactly("CATEGORY", "PRACTICE");
        assertThat(grown(reader)).as("without consent to be published").isEmpty();
        TYUMEN.created("consents", """
                {"personId": "%s", "purpose": "PUBLICATION", "givenOn": "2025-01-01"}""".formatted(author));
        assertThat(grown(reader)).containsExactly("CATEGORY", "PRACTICE");
        Registry.get(reader, "network-growth?what=PRACTICE&networkId=" + network).expectBody()
                .jsonPath("$.items[0].personId").isEqualTo(author.toString()).jsonPath("$.items[0].reachedOn").isEqualTo("2025-05-01");
    }

    private static UUID community() {
        return TYUMEN.created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "MUNICIPAL", "title": "Объединение %s", "scope": "INTER_SUBJECT", "networked": true,
                 "young": false, "municipalityId": %s}""".formatted(UUID.randomUUID(), TYUMEN.municipality()));
    }

    private void member(String since) {
        TYUMEN.created("community-members", """
                {"communityId": "%s", "personId": "%s", "role": "MEMBER", "since": "%s"}""".formatted(community, author, since));
    }

    private UUID practice(String word) {
        var id = TYUMEN.created("practices", """
                {"kind": "TEACHING", "title": "Практика %s %s", "description": "Описание", "proof": "Рост результатов", "origin": "AUTHORS",
                 "organisationId": "%s", "authorIds": ["%s"]}""".formatted(word, UUID.randomUUID(), school, author));
        TYUMEN.act("practices/" + id + "/expertise", 1, "").expectStatus().isOk();
        TYUMEN.act("practices/" + id + "/acceptance", 2, "{\"on\": \"2025-04-20\", \"result\": \"Рекомендовать\"}").expectStatus().isOk();
        TYUMEN.act("practices/" + id + "/publication", 3, "{\"on\": \"2025-05-01\"}").expectStatus().isOk();
        return id;
    }

    private String attestation(String on) {
        return "{\"personId\": \"%s\", \"heldOn\": \"%s\", \"category\": \"FIRST\", \"granted\": true}".formatted(author, on);
    }

    private String material(String title, String publishedOn) {
        return """
                {"networkId": "%s", "communityId": "%s", "title": "%s", "summary": "Урок", "link": "https://example.org/1", "publishedOn": %s}"""
                .formatted(network, community, title, publishedOn);
    }

    private List<UUID> ids(String path) {
        return Shelf.ids(reader, path);
    }

    private List<String> grown(WebTestClient who) {
        var found = new ArrayList<String>();
        Registry.get(who, "network-growth?networkId=" + network).expectStatus().isOk().expectBody()
                .jsonPath("$.items[*].what").value(all -> ((List<?>) all).forEach(what -> found.add(String.valueOf(what))));
        return found;
    }
}
