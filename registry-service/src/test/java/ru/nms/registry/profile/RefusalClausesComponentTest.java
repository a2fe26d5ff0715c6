package ru.nms.registry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

/// Whoever is refused by the region's rules reads which act says so.
@Clause("PRF-28")
class RefusalClausesComponentTest {

    private static final Region SEVASTOPOL = Region.of("sevastopol");
    private static final Region PERM = Region.of("perm");
    private static final String ACT = ".* (№ .+|\\(строк[аи] .+\\))";

    /// `?` stands for an id.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            communities              | /level          | no-such-level      | {"kind": "ASSOCIATION", "level": "MUNICIPAL", "title": "Т", "scope": "INTER_SUBJECT", "networked": false, "young": false}
            communities              | /kind           | no-such-kind       | {"kind": "NOTHING", "level": "REGIONAL", "title": "Т", "scope": "INTER_SUBJECT", "networked": false, "young": false}
            bodies                   | /kind           | no-such-kind       | {"kind": "NOTHING", "level": "REGIONAL", "title": "Т"}
            mms-staff                | /municipalityId | no-municipal-level | {"personId": "?", "position": "Методист", "since": "2024-01-01"}
            agreements               | /kind           | no-municipal-level | {"kind": "TRIPARTITE", "title": "Т", "since": "2024-01-01"}
            methodists               | /kind           | no-municipal-level | {"personId": "?", "kind": "MUNICIPAL", "since": "2024-01-01"}
            rma-coordinators         | /municipalityId | not-in-region      | {"municipalityId": "?", "personId": "?", "since": "2024-01-01"}
            rma-activities           | /direction      | not-one-of         | {"methodistId": "?", "direction": "NOTHING", "heldOn": "2024-01-01", "title": "Т"}
            support-participations   | /form           | not-one-of         | {"personId": "?", "form": "CONTEST", "heldOn": "2024-01-01"}
            practices                | /competences/0  | no-such-competence | {"kind": "TEACHING", "title": "Т", "description": "О", "proof": "П", "origin": "AUTHORS", "organisationId": "?", "competences": ["NOTHING"]}
            acts                     | /purposes/0     | no-such-purpose    | {"kind": "ORDER", "title": "Т", "number": "1", "date": "2024-01-01", "purposes": ["NOTHING"]}
            """)
    void nameTheActInWords(String collection, String pointer, String code, String body) {
        assertThat(clause(SEVASTOPOL, collection, pointer, code, body.replace("?", UUID.randomUUID().toString()))).matches(ACT);
    }

    @Test
    void nameTheLineWhereTheRegionHasOne() {
        var variant = "{\"kind\": \"RUMO\", \"level\": \"REGIONAL\", \"variant\": \"NOTHING\", \"title\": \"Т\"}";
        var support = "{\"personId\": \"%s\", \"form\": \"NOTHING\", \"heldOn\": \"2024-01-01\"}".formatted(UUID.randomUUID());

        assertThat(clause(PERM, "bodies", "/variant", "not-one-of", variant)).contains("(строк");
        assertThat(clause(PERM, "support-participations", "/form", "not-one-of", support)).endsWith("(строки 580–594)");
    }

    /// Teams of managers are mentored elsewhere.
    @Test
    void nameTheMainActForWhatTheRegionDoesNotHave() {
        var teams = "{\"strongId\": \"%s\", \"weakId\": \"%s\", \"since\": \"2024-01-01\"}".formatted(UUID.randomUUID(), UUID.randomUUID());

        assertThat(clause(PERM, "managerial-mentorships", "/strongId", "not-in-region", teams)).contains("№").doesNotContain("строк");
    }

    @Test
    void nameTheActInListsToo() {
        assertThat(clause(SEVASTOPOL.coordinator().get().uri("/api/registry/v1/people?young=true").exchange(), "young", "no-young-rule"))
                .matches(ACT);
    }

    private static String clause(Region region, String collection, String pointer, String code, String body) {
        return clause(region.post(collection, body), pointer, code);
    }

    private static String clause(ResponseSpec refused, String pointer, String code) {
        var errors = refused.expectBody(Problem.class).returnResult().getResponseBody();
        assertThat(errors).isNotNull();
        var found = errors.errors().stream().filter(it -> it.get("pointer").equals(pointer) && it.get("code").equals(code)).toList();
        assertThat(found).as("%s %s among %s", pointer, code, errors.errors()).hasSize(1);
        return String.valueOf(found.getFirst().get("clause"));
    }

    record Problem(List<Map<String, Object>> errors) {}
}
