package ru.nms.diagnostics.result;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.delete;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.post;
import static ru.nms.diagnostics.Diagnostics.put;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.diagnostics.Diagnostics;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class ResultComponentTest {

    private final WebTestClient assessor = PERM.as(Role.ASSESSOR);
    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    @Clause("DIA-005")
    void recordsAResultAndShowsIt() {
        var location = String.valueOf(post(assessor, result(person, "2026-10-12", "METHODICAL", 455))
                .expectStatus().isCreated()
                .expectHeader().valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.version").isEqualTo(1)
                .jsonPath("$.personKnown").isEqualTo(true)
                .jsonPath("$.passed").doesNotExist()
                .returnResult().getResponseHeaders().getLocation());

        assessor.get().uri(location).exchange().expectStatus().isOk()
                .expectBody()
                .jsonPath("$.personId").isEqualTo(person.toString())
                .jsonPath("$.takenOn").isEqualTo("2026-10-12")
                .jsonPath("$.scores[0].competence").isEqualTo("METHODICAL")
                .jsonPath("$.scores[0].points").isEqualTo(455)
                .jsonPath("$.scores[0].maximum").isEqualTo(1000);
    }

    @Test
    void tellsAllFaultsAtOnceInBothLanguages() {
        var body = """
                {"personId": "%s", "procedure": "p", "provider": "FIOKO", "takenOn": "9026-10-12",
                 "scores": [{"competence": "COOKING", "points": 5, "maximum": 4}]}""".formatted(person);

        post(assessor, body).expectStatus().isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()").isEqualTo(5)
                .jsonPath("$.errors[?(@.pointer == '/scores/0/competence')].clause").value(clause -> assertThat(clause).asString().contains("(строка 1229)"))
                .jsonPath("$.errors[?(@.pointer == '/provider')].code").isEqualTo("outside-profile");
        post(PERM.as(Role.ASSESSOR).mutate().defaultHeader("Accept-Language", "en").build(), body)
                .expectBody().jsonPath("$.errors[?(@.pointer == '/scores/0/points')].detail")
                .isEqualTo("More points than possible: 4.");
        get(assessor, "results?personId=" + person).expectBody().jsonPath("$.items").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"id\": \"1\"}", "{\"scores\": [{\"points\": \"5\"}]}"})
    void refusesBodiesThatCannotBeRead(String body) {
        post(assessor, body).expectStatus().isBadRequest();
    }

    @Test
    void keepsOneResultPerPersonProcedureProviderAndDay() {
        var first = recorded(PERM, result(person, "2026-10-12", "METHODICAL", 455));

        post(assessor, result(person, "2026-10-12", "SUBJECT", 100)).expectStatus().isEqualTo(409)
                .expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:result-exists")
                .jsonPath("$.existing").isEqualTo(first);
    }

    @Test
    void correctsOverTheVersionThatWasRead() {
        var id = recorded(PERM, result(person, "2026-10-12", "METHODICAL", 455));

        put(assessor, id, "\"1\"", result(person, "2026-10-12", "METHODICAL", 460)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"")
                .expectBody().jsonPath("$.scores[0].points").isEqualTo(460);
        put(assessor, id, "\"1\"", result(person, "2026-10-12", "METHODICAL", 470)).expectStatus().isEqualTo(412);
        put(assessor, id, "\"2\"", result(person, "2026-10-12", "METHODICAL", 460)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"");
        assessor.delete().uri("/api/diagnostics/v1/results/" + id).exchange().expectStatus().isEqualTo(428);
    }

    @Test
    void forgetsAnAnnulledResultAndFreesItsDay() {
        var id = recorded(PERM, result(person, "2026-10-12", "METHODICAL", 455));

        delete(assessor, id, "\"1\"").expectStatus().isNoContent();

        get(assessor, "results/" + id).expectStatus().isNotFound();
        delete(assessor, id, "\"2\"").expectStatus().isNotFound();
        assertThat(recorded(PERM, result(person, "2026-10-12", "METHODICAL", 455))).isNotEqualTo(id);
    }

    @Test
    void listsByPersonProcedureProviderCompetenceAndTime() {
        var old = recorded(PERM, result(person, "2026-03-01", "METHODICAL", 455));
        var recent = recorded(PERM, result(person, "2026-10-12", "SUBJECT", 455));

        assertThatList("", old, recent);
        assertThatList("&sort=-takenOn", recent, old);
        assertThatList("&competence=SUBJECT", recent);
        assertThatList("&from=2026-03-01&until=2026-10-11", old);
        assertThatList("&provider=CNPPM&procedure=CNPPM_DIAGNOSTICS&count=true", old, recent);
        assertThatList("&provider=ASSESSMENT_CENTRE");
        get(assessor, "results?person=" + person).expectStatus().isBadRequest();
    }

    private void assertThatList(String filter, String... ids) {
        get(assessor, "results?personId=" + person + filter).expectStatus().isOk()
                .expectBody().jsonPath("$.items[*].id").value(found -> assertThat(found).asList().containsExactly((Object[]) ids));
    }

    @Test
    void namesTheAreasOfTheRegionWithTheirClause() {
        get(PERM.as(Role.TEACHER), "competence-areas").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.items.length()").isEqualTo(5)
                .jsonPath("$.items[1].code").isEqualTo("METHODICAL")
                .jsonPath("$.items[1].title").isEqualTo("Методические")
                .jsonPath("$.items[1].source").isEqualTo("ORDER-2023-317:1229")
                .jsonPath("$.items[1].citation").value(text -> assertThat((String) text).contains("№"));
        get(PERM.as(Role.TEACHER), "competence-areas?on=2022-12-31").expectBody().jsonPath("$.items.length()").isEqualTo(4);
        get(PERM.as(Role.TEACHER), "competence-areas?day=2022-12-31").expectStatus().isBadRequest();
    }

    @Test
    @Clause("DIA-014")
    void tellsInKuzbassWhoPassedFunctionalLiteracy() {
        var kuzbass = Diagnostics.of("kuzbass").as(Role.ASSESSOR);
        var body = """
                {"personId": "%s", "procedure": "FUNCTIONAL_LITERACY", "provider": "CNPPM", "takenOn": "%s",
                 "scores": [{"competence": "FUNCTIONAL_LITERACY", "points": %d, "maximum": 1000}]}""";

        post(kuzbass, body.formatted(person, "2026-10-12", 699)).expectStatus().isCreated()
                .expectBody().jsonPath("$.passed").isEqualTo(false).jsonPath("$.personKnown").isEqualTo(false);
        post(kuzbass, body.formatted(person, "2026-10-13", 700)).expectStatus().isCreated()
                .expectBody().jsonPath("$.passed").isEqualTo(true);
        get(kuzbass, "competence-areas").expectBody().jsonPath("$.items").isEmpty();
        post(kuzbass, result(person, "2026-10-12", "METHODICAL", 455)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-adopted");
    }
}
