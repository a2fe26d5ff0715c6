package ru.nms.registry.methodist;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;

class CandidateComponentTest {

    private static final Region PERM = Region.of("perm");
    private static final String ACT = "{\"title\": \"Приказ о составе РМА\", \"number\": \"12\", \"date\": \"2026-03-01\"}";

    private final UUID school = PERM.school();
    private final UUID person = somebody("2021-01-01");

    @Test
    @Clause("REG-064")
    void leadsACandidateToWorkAndBack() {
        var id = candidate(person, "DIAGNOSTICS", "TRAINING");
        step(id, "assessment", 1, "2026-02-01").expectStatus().isOk();
        step(id, "training", 2, "2026-02-15").expectStatus().isOk();
        step(id, "approval", 3, "2026-03-01").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/act");
        PERM.act("methodist-candidates/" + id + "/approval", 3, "{\"on\": \"2026-03-01\", \"act\": %s}".formatted(ACT))
                .expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("APPROVED")
                .jsonPath("$.steps[2].act.number").isEqualTo("12");
        step(id, "training", 4, "2026-03-02").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.possible").isEqualTo(List.of("activation", "departure"));
        step(id, "activation", 4, "2026-03-10").expectStatus().isOk();

        PERM.get("methodists?personId=" + person).jsonPath("$.items[0].kind").isEqualTo("REGIONAL")
                .jsonPath("$.items[0].since").isEqualTo("2026-03-10").jsonPath("$.items[0].engagement").isEqualTo("STAFF");
        step(id, "departure", 5, "2026-09-01").expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("LEFT");
        PERM.get("methodists?personId=" + person).jsonPath("$.items[0].until").isEqualTo("2026-09-01");
        candidate(person);
    }

    @Test
    @Clause("REG-062")
    void reportsTheRulesAndApprovesNobodyWhoMissesOne() {
        var young = somebody(java.time.LocalDate.now(java.time.Clock.systemUTC()).minusYears(5).plusMonths(1).toString());
        var id = candidate(young, "DIAGNOSTICS", "TRAINING");

        PERM.get("methodist-candidates/" + id + "/check").jsonPath("$.qualified").isEqualTo(false)
                .jsonPath("$.rules[*].code").isEqualTo(List.of("CATEGORY", "EDUCATION", "EXPERIENCE", "DIAGNOSTICS", "TRAINING"))
                .jsonPath("$.rules[*].met").isEqualTo(List.of(true, true, false, true, true))
                .jsonPath("$.rules[2].found").isEqualTo("4")
                .jsonPath("$.rules[2].clause").value(Registry.citing("953"));
        step(id, "assessment", 1, "2026-02-01").expectStatus().isOk();
        step(id, "training", 2, "2026-02-15").expectStatus().isOk();
        PERM.act("methodist-candidates/" + id + "/approval", 3, "{\"on\": \"2026-03-01\", \"act\": %s}".formatted(ACT))
                .expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:candidate-not-qualified")
                .jsonPath("$.unmet").isEqualTo(List.of("EXPERIENCE"));
        PERM.get("methodist-candidates/" + id).jsonPath("$.status").isEqualTo("TRAINED").jsonPath("$.version").isEqualTo(3);
    }

    @Test
    @Clause("REG-063")
    void asksArkhangelskForItsOwnRules() {
        var arkhangelsk = Region.of("arkhangelsk");
        var somebody = arkhangelsk.person(arkhangelsk.school(), "\"category\": \"HIGHEST\", \"specialitySince\": \"2010-01-01\"", "2010-01-01");
        var id = arkhangelsk.created("methodist-candidates", draft(somebody, "FIOKO", "ACADEMY_PK"));

        arkhangelsk.get("methodist-candidates/" + id + "/check").jsonPath("$.qualified").isEqualTo(false)
                .jsonPath("$.groups[0].code").isEqualTo("PROFILE").jsonPath("$.groups[0].met").isEqualTo(false);
        arkhangelsk.put("methodist-candidates/" + id, 1, draft(somebody, "FIOKO", "ACADEMY_PK", "COMMUNITY_LEADER"))
                .expectStatus().isOk();
        arkhangelsk.get("methodist-candidates/" + id + "/check").jsonPath("$.qualified").isEqualTo(true);
    }

    @Test
    void takesDocumentsOnlyForWhatDataCannotProve() {
        PERM.refused("methodist-candidates", draft(person, "EXPERIENCE")).jsonPath("$.errors[0].pointer")
                .isEqualTo("/proofs/0/requirement");
        var id = candidate(person);
        PERM.put("methodist-candidates/" + id, 1, draft(somebody("2010-01-01"))).expectStatus().isEqualTo(422);
        PERM.post("methodist-candidates", draft(person)).expectStatus().isEqualTo(409);
    }

    private static UUID candidate(UUID person, String... proofs) {
        return PERM.created("methodist-candidates", draft(person, proofs));
    }

    private static String draft(UUID person, String... proofs) {
        var given = Stream.of(proofs).map("{\"requirement\": \"%s\", \"document\": \"Справка 5\", \"on\": \"2026-01-10\"}"::formatted).toList();
        return """
                {"personId": "%s", "engagement": "STAFF", "proofs": %s, "appliedOn": "2026-01-15"}""".formatted(person, given);
    }

    private UUID somebody(String specialitySince) {
        return PERM.person(school, """
                "category": "HIGHEST", "education": {"level": "HIGHER", "pedagogical": true}, "specialitySince": "%s"
                """.formatted(specialitySince), "2015-09-01");
    }

    private static org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec step(UUID id, String action, int version, String on) {
        return PERM.act("methodist-candidates/" + id + "/" + action, version, "{\"on\": \"%s\"}".formatted(on));
    }
}
