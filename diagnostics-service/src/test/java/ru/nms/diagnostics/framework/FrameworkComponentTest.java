package ru.nms.diagnostics.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;
import static ru.nms.diagnostics.instrument.Fos.competence;
import static ru.nms.diagnostics.instrument.Fos.on;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.Diagnostics;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class FrameworkComponentTest {

    private final UUID draft = Fos.draftFramework();

    @ParameterizedTest
    @CsvSource({"DRAFT, adoption, 200", "DRAFT, deprecation, 409", "ADOPTED, adoption, 409", "ADOPTED, deprecation, 200",
            "DEPRECATED, adoption, 409", "DEPRECATED, deprecation, 409"})
    void goesFromDraftToAdoptedToDeprecatedAndNoOtherWay(String status, String action, int answer) {
        competence(draft, "METHOD", "METHODICAL");
        if (!"DRAFT".equals(status)) {
            COORDINATOR.done("frameworks/" + draft + "/adoption", on("2026-01-10"));
        }
        if ("DEPRECATED".equals(status)) {
            COORDINATOR.done("frameworks/" + draft + "/deprecation", on("2026-01-11"));
        }
        assertThat(ASSESSOR.read("frameworks/" + draft)).containsEntry("status", status);

        COORDINATOR.post("frameworks/" + draft + "/" + action, on("2026-01-12")).expectStatus().isEqualTo(answer);
    }

    @Test
    @Clause("DIA-003")
    void takesAreasOfTheRegionsProfileAndRefusesOthers() {
        competence(draft, "METHOD", "METHODICAL");

        ASSESSOR.post("competences", body("COOK", "COOKING", null)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/area")
                .jsonPath("$.errors[0].code").isEqualTo("outside-profile")
                .jsonPath("$.errors[0].clause").value(clause -> assertThat(clause).asString().contains("(строка 1229)"));
    }

    @Test
    void borrowsNoAreasWhereTheRegionNamesNone() {
        var kuzbass = new Api(Diagnostics.of("kuzbass").as(Role.ASSESSOR));
        var framework = kuzbass.made("frameworks", "{\"code\": \"%s\", \"versionName\": \"1\", \"title\": \"Т\"}".formatted(Fos.code()));

        kuzbass.post("competences", body("METHOD", "METHODICAL", null).replace(draft.toString(), framework.toString()))
                .expectStatus().isEqualTo(422);
        kuzbass.post("competences", body("METHOD", "METHODICAL", null).replace(draft.toString(), framework.toString())
                .replace("\"METHODICAL\"", "null")).expectStatus().isCreated();
    }

    @Test
    void isAdoptedOnlyWithCompetencesThatHaveAreasAndRulesThatFit() {
        COORDINATOR.post("frameworks/" + draft + "/adoption", on("2026-01-10")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/competences");

        ASSESSOR.made("competences", body("TOP", null, null).replace("\"title\"", "\"rollUp\": {\"rule\": \"ALL\"}, \"title\""));
        COORDINATOR.post("frameworks/" + draft + "/adoption", on("2026-01-10")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[*].code").value(codes -> assertThat(codes).asList().containsExactly("required", "nothing-below"));
    }

    @Test
    void keepsCompetencesOfAnAdoptedVersionAsTheyAre() {
        var competence = competence(draft, "METHOD", "METHODICAL");
        COORDINATOR.done("frameworks/" + draft + "/adoption", on("2026-01-10"));

        ASSESSOR.put("competences/" + competence, "*", body("METHOD", "SUBJECT", null)).expectStatus().isEqualTo(409);
        ASSESSOR.post("competences", body("MORE", "SUBJECT", null)).expectStatus().isEqualTo(409);
        ASSESSOR.delete("competences/" + competence).expectStatus().isEqualTo(409);
        ASSESSOR.put("frameworks/" + draft, "*", "{\"code\": \"X\", \"versionName\": \"1\", \"title\": \"Т\"}").expectStatus().isEqualTo(409);
        ASSESSOR.delete("frameworks/" + draft).expectStatus().isEqualTo(409);
        assertThat(ASSESSOR.read("competences/" + competence)).containsEntry("area", "METHODICAL").containsEntry("version", 1);
    }

    @Test
    void refusesCyclesOtherFrameworksAndTooDeepTrees() {
        var top = competence(draft, "TOP", "METHODICAL");
        var below = ASSESSOR.made("competences", body("BELOW", null, top));
        ASSESSOR.put("competences/" + top, "*", body("TOP", "METHODICAL", below)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("cycle");
        ASSESSOR.put("competences/" + top, "*", body("TOP", "METHODICAL", top)).expectStatus().isEqualTo(422);

        var foreign = competence(Fos.draftFramework(), "FOREIGN", "METHODICAL");
        ASSESSOR.post("competences", body("CHILD", null, foreign)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("other-framework");

        var last = below;
        for (int depth = 3; depth <= CompetenceRules.DEEPEST; depth++) {
            last = ASSESSOR.made("competences", body("D" + depth, null, last));
        }
        ASSESSOR.post("competences", body("DEEPER", null, last)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("too-deep");
    }

    @Test
    void freezesAScaleOnceAnApprovedInstrumentUsesIt() {
        var framework = Fos.framework();
        var scale = """
                {"frameworkId": "%s", "code": "S", "title": "Шкала", "threshold": %s}""";
        var id = ASSESSOR.made("scales", scale.formatted(framework, "70"));
        var code = Fos.code();
        var instrument = ASSESSOR.made("instruments", Fos.instrumentBody(framework, code, 1).replace("\"year\"",
                "\"scaleId\": \"%s\", \"year\"".formatted(id)));
        Fos.key(Fos.task(instrument, 1, "null"), "1");
        ASSESSOR.put("scales/" + id, "*", scale.formatted(framework, "69.9")).expectStatus().isOk();

        Fos.approve(instrument);

        ASSESSOR.put("scales/" + id, "*", scale.formatted(framework, "10")).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:scale-in-use");
        ASSESSOR.delete("scales/" + id).expectStatus().isEqualTo(409);
        assertThat(ASSESSOR.read("scales/" + id)).containsEntry("threshold", 69.9);
    }

    @Test
    void linksCompetencesOfDifferentVersionsOnly() {
        var old = competence(draft, "METHOD", "METHODICAL");
        var other = competence(draft, "LESSON", "METHODICAL");
        var fresh = competence(Fos.draftFramework(), "METHOD", "METHODICAL");
        var link = "{\"fromId\": \"%s\", \"toId\": \"%s\", \"kind\": \"REPLACED_BY\"}";

        ASSESSOR.post("competence-links", link.formatted(old, fresh)).expectStatus().isCreated();
        ASSESSOR.post("competence-links", link.formatted(old, fresh)).expectStatus().isEqualTo(409);
        ASSESSOR.post("competence-links", link.formatted(old, other)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("same-framework");
    }

    @Test
    void tellsHowEveryCompetenceStands() {
        var top = ASSESSOR.made("competences", body("TOP", "METHODICAL", null).replace("\"title\"",
                "\"rollUp\": {\"rule\": \"EXPRESSION\", \"expression\": \"A or B\"}, \"title\""));
        ASSESSOR.made("competences", body("A", null, top));
        ASSESSOR.made("competences", body("B", null, top));

        ASSESSOR.post("frameworks/" + draft + "/roll-up", "{\"measured\": {\"A\": \"MASTERED\"}}").expectStatus().isOk().expectBody()
                .jsonPath("$.competences.TOP").isEqualTo("MASTERED").jsonPath("$.competences.B").isEqualTo("NO_DATA");
        ASSESSOR.post("frameworks/" + draft + "/roll-up", "{\"measured\": {\"X\": \"MASTERED\"}}").expectStatus().isEqualTo(422);
    }

    @Test
    void isReadByEveryoneSignedInAndKeptByAssessors() {
        new Api(PERM.as(Role.TEACHER)).get("frameworks/" + draft).expectStatus().isOk();
        new Api(PERM.as(Role.TEACHER)).post("frameworks", "{}").expectStatus().isForbidden();
    }

    private String body(String code, String area, UUID parent) {
        return """
                {"frameworkId": "%s", "code": "%s", "title": "Умение", "area": %s, "parentId": %s}""".formatted(draft, code,
                area == null ? "null" : "\"" + area + "\"", parent == null ? "null" : "\"" + parent + "\"");
    }
}
