package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import tools.jackson.databind.json.JsonMapper;

/// What real rules say to people and to programs.
class LanguagesComponentTest {

    private static final String CYRILLIC = "(?s).*[а-яА-Я].*";
    private static final String CODE = "[a-z]+(-[a-z]+)*";

    private final UUID place = municipality("Бердюжский");
    private final UUID school = Registry.school(place);

    private ResponseSpec refused(String path, String body, String language) {
        return coordinator().post().uri("/api/registry/v1/" + path).header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange().expectStatus().isEqualTo(422);
    }

    private record Told(String pointer, String code, String clause, String detail) {}

    private static List<Told> errors(ResponseSpec answer) {
        return new JsonMapper().readTree(answer.expectBody(String.class).returnResult().getResponseBody()).get("errors").valueStream()
                .map(it -> new Told(it.get("pointer").asString(), it.get("code").asString(), it.get("clause").asString(),
                        it.get("detail").asString())).toList();
    }

    private static String withoutWords(Told it) {
        return it.pointer() + " " + it.code() + " " + it.clause();
    }

    @Test
    @Clause({"GW-012", "GW-013"})
    void nameTheFieldTheRuleAndTheClause() {
        var agreement = """
                {"kind": "TRIPARTITE", "title": "О взаимодействии", "since": "2025-01-01", "municipalityId": "%s", "partyIds": ["%s", "%s"]}"""
                .formatted(place, school, Registry.school(place));

        var russian = errors(refused("agreements", agreement, "ru"));
        var english = errors(refused("agreements", agreement, "en"));

        assertThat(russian).extracting(Told::pointer).containsExactly("/partyIds", "/partyIds", "/partyIds/0", "/partyIds/1");
        assertThat(russian).allSatisfy(it -> {
            assertThat(it.code()).matches(CODE);
            assertThat(it.clause()).isNotBlank();
            assertThat(it.detail()).matches(CYRILLIC);
        });
        assertThat(english).extracting(LanguagesComponentTest::withoutWords)
                .isEqualTo(russian.stream().map(LanguagesComponentTest::withoutWords).toList());
        assertThat(english).filteredOn(it -> it.code().equals("neither-side")).hasSize(2)
                .allSatisfy(it -> assertThat(it.detail()).startsWith("This party").doesNotMatch(CYRILLIC));
    }

    @Test
    @Clause({"GW-012", "GW-013"})
    void sayWhichKindsTheRegionHasAndWhereThatIsWritten() {
        var club = """
                {"kind": "NOTHING", "level": "INSTITUTIONAL", "name": "Клуб", "municipalityId": "%s"}""".formatted(place);

        assertThat(errors(refused("organisations", club, "ru"))).singleElement().satisfies(it -> {
            assertThat(it.pointer()).isEqualTo("/kind");
            assertThat(it.code()).isEqualTo("no-such-kind");
            assertThat(it.clause()).isNotBlank();
            assertThat(it.detail()).contains("SCHOOL", "Образовательная организация");
        });
    }

    @Test
    @Clause("GW-013")
    void giveCodesToProgramsAndRussianLabelsToPeople() {
        get(coordinator(), "organisations/" + school).expectBody().jsonPath("$.kind").isEqualTo("SCHOOL").jsonPath("$.level").isEqualTo("INSTITUTIONAL");

        var table = TYUMEN.as(Role.COORDINATOR).get()
                .uri("/api/registry/v1/organisations?kind=SCHOOL&municipalityId=" + place).header(HttpHeaders.ACCEPT, "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        assertThat(table).contains("Название", "Вид", "Уровень", "Образовательная организация").doesNotContain("SCHOOL", "INSTITUTIONAL");
    }
}
