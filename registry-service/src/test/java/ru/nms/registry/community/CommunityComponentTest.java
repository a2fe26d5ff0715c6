package ru.nms.registry.community;

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

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

import ru.nms.contracts.CommunityChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.Tokens;
import ru.nms.registry.Heard;

class CommunityComponentTest {

    private final UUID golyshmanovskiy = municipality("Голышмановский");
    private final UUID host = school(golyshmanovskiy);
    private final String title = "Объединение " + UUID.randomUUID();

    @Test
    @Clause("REG-110")
    void keepsAndAnnouncesACommunity() {
        var leader = teacher(school(golyshmanovskiy));
        var id = created("communities", community("INTER_SUBJECT", leader));

        get(coordinator(), "communities/" + id).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"")
                .expectBody().jsonPath("$.title").isEqualTo(title)
                .jsonPath("$.leaderId").isEqualTo(leader.toString())
                .jsonPath("$.subjects[1]").isEqualTo("Химия")
                .jsonPath("$.since").isEqualTo("2026-01-01");
        get(coordinator(), "communities?count=true&q=" + title.substring(12) + " физика&leaderId=" + leader).expectBody()
                .jsonPath("$.total").isEqualTo(1);
        Heard.on(CommunityChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
        put(coordinator(), "communities/" + id, "\"1\"", community("INTER_SUBJECT", leader)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"1\"");
        put(coordinator(), "communities/" + id, "\"1\"", community("SUBJECT", leader)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"");
        put(coordinator(), "communities/" + id, "\"1\"", community("SUBJECT", leader)).expectStatus().isEqualTo(412);
    }

    @Test
    void isATableWithTheNamesOfWhatItRefersTo() {
        var id = created("communities", community("SUBJECT", null));

        coordinator().get().uri("/api/registry/v1/communities?q=" + title.substring(12)).accept(MediaType.parseMediaType("text/csv"))
                .exchange().expectStatus().isOk().expectBody(String.class).value(table -> assertThat(table)
                        .contains("Вид объединения;").contains(id + ";").contains(";Голышмановский;").contains("Физика; Химия")
                        .contains(";Предметное;"));
    }

    @Test
    void refusesTheSameOneTwice() {
        var body = community("SUBJECT", null);
        var id = created("communities", body);

        post(coordinator(), "communities", body).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:already-registered")
                .jsonPath("$.existing").isEqualTo(id.toString());
    }

    @Test
    void namesEveryFaultAtOnce() {
        post(coordinator(), "communities", community("SUBJECT", UUID.randomUUID()).replace("METHOD_ASSOCIATION", "CLUB"))
                .expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[*].pointer").value(pointers -> assertThat(pointers.toString())
                        .contains("/kind", "/leaderId"));
    }

    @Test
    @Clause("REG-114")
    void knowsWhoHeadsAndWhoIsAMember() {
        var community = created("communities", community("SUBJECT", null));
        var person = teacher(host);
        var member = created("community-members", """
                {"communityId": "%s", "personId": "%s", "role": "HEAD", "since": "2026-01-01"}""".formatted(community, person));

        get(coordinator(), "community-members?personId=" + person + "&role=HEAD&on=2026-01-01").expectStatus().isOk()
                .expectBody().jsonPath("$.items[0].id").isEqualTo(member.toString()).jsonPath("$.items[0].role").isEqualTo("HEAD");
        get(coordinator(), "community-members?personId=" + person + "&on=2025-12-31").expectBody()
                .jsonPath("$.items").isEmpty();
        get(TYUMEN.with(Tokens.of(Role.TEACHER, UUID.randomUUID(), null, null)), "community-members?communityId=" + community)
                .expectBody().jsonPath("$.items").isEmpty();
        delete(coordinator(), "community-members/" + member, "\"1\"").expectStatus().isNoContent();
        get(coordinator(), "community-members/" + member).expectStatus().isNotFound();
    }

    private String community(String scope, @Nullable UUID leader) {
        return """
                {"kind": "METHOD_ASSOCIATION", "level": "MUNICIPAL", "title": "%s", "scope": "%s", "subjects": ["Физика", "Химия"],
                 "networked": false, "young": false, "municipalityId": "%s", "leaderId": %s, "hostId": "%s",
                 "since": "2026-01-01", "until": "2030-01-01"}"""
                .formatted(title, scope, golyshmanovskiy, leader == null ? "null" : "\"" + leader + "\"", host);
    }
}
