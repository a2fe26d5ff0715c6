package ru.nms.diagnostics.framework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.instrument.Fos;
import tools.jackson.databind.json.JsonMapper;

/// Frameworks in the shape of 1EdTech CASE.
class CaseComponentTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final UUID framework = Fos.draftFramework();

    @Test
    void comesBackAsItWentOut() {
        var old = Fos.competence(Fos.draftFramework(), "ПК-1", "METHODICAL");
        var top = ASSESSOR.made("competences", body("ПК-1", "METHODICAL", null, """
                {"rule": "POINTS", "minimum": 2, "points": {"ПК-1.1": 2}}"""));
        ASSESSOR.made("competences", body("ПК-1.1", null, top, "null"));
        ASSESSOR.made("competence-links", "{\"fromId\": \"%s\", \"toId\": \"%s\", \"kind\": \"EXACT_MATCH\"}".formatted(top, old));
        ASSESSOR.made("scales", scale("S-2", "70.5"));
        var out = ASSESSOR.read("frameworks/" + framework + "/case");
        assertThat(outsideTheStandard(out)).isEmpty();

        ASSESSOR.post("frameworks/case", JSON.writeValueAsString(out)).expectStatus().isEqualTo(409);
        document(out).put("version", "later");
        var taken = Api.object(ASSESSOR.post("frameworks/case", JSON.writeValueAsString(out)).expectStatus().isCreated());
        assertThat(taken).containsEntry("competences", 2).containsEntry("links", 1).containsEntry("scales", 1)
                .containsEntry("left", List.of()).containsEntry("leftRubrics", List.of());

        var again = ASSESSOR.read("frameworks/" + ((Map<?, ?>) requireNonNull(taken.get("framework"))).get("id") + "/case");
        assertThat(undated(again)).isEqualTo(undated(out));
    }

    @Test
    void writesWhatThePackageRequires() {
        var id = ASSESSOR.made("competences", body("TOP", "METHODICAL", null, "null"));
        ASSESSOR.made("competences", body("BELOW", null, id, "null"));
        var known = ASSESSOR.read("frameworks/" + framework).get("identifier");
        var top = ASSESSOR.read("competences/" + id).get("identifier");

        ASSESSOR.get("frameworks/" + framework + "/case").expectStatus().isOk().expectBody()
                .jsonPath("$.CFDocument.identifier").isEqualTo(known).jsonPath("$.CFDocument.uri").isEqualTo("urn:uuid:" + known)
                .jsonPath("$.CFDocument.caseVersion").isEqualTo("1.1")
                .jsonPath("$.CFDocument.creator").isNotEmpty().jsonPath("$.CFDocument.title").isEqualTo("Учитель")
                .jsonPath("$.CFDocument.lastChangeDateTime").isNotEmpty().jsonPath("$.CFDocument.adoptionStatus").isEqualTo("Draft")
                .jsonPath("$.CFItems[0].humanCodingScheme").isEqualTo("BELOW").jsonPath("$.CFItems[0].fullStatement").isEqualTo("Умение")
                .jsonPath("$.CFAssociations[?(@.originNodeURI.identifier == '%s')].associationType".formatted(top)).isEqualTo("isChildOf")
                .jsonPath("$.CFAssociations[?(@.originNodeURI.identifier == '%s')].destinationNodeURI.identifier".formatted(top))
                .isEqualTo(known)
                .jsonPath("$.CFAssociations[?(@.destinationNodeURI.identifier == '%s')].originNodeURI.title".formatted(top))
                .isEqualTo("Умение");
    }

    @Test
    void takesAForeignPackageAndTellsWhatHasNoPlace() throws IOException {
        var taken = Api.object(ASSESSOR.post("frameworks/case", foreign()).expectStatus().isCreated());

        assertThat(taken).containsEntry("competences", 3).containsEntry("links", 0).containsEntry("scales", 0);
        assertThat((List<?>) taken.get("leftRubrics")).extracting(left -> ((Map<?, ?>) left).get("title") + " "
                + ((Map<?, ?>) left).get("reason")).containsExactly("Lesson no-threshold");
        assertThat((List<?>) taken.get("left")).extracting(left -> ((Map<?, ?>) left).get("associationType") + " "
                + ((Map<?, ?>) left).get("reason")).containsExactly("precedes no-such-link", "ext:taughtBy unknown-end",
                "exactMatchOf unknown-end");
        var made = (Map<?, ?>) requireNonNull(taken.get("framework"));
        assertThat(made.get("status")).isEqualTo("DRAFT");
        assertThat(made.get("source")).isEqualTo("Example Department of Education");
        ASSESSOR.get("competences?frameworkId=" + made.get("id")).expectBody()
                .jsonPath("$.items[?(@.code == 'TP.1')].area").isEqualTo("METHODICAL")
                .jsonPath("$.items[?(@.code == 'TP.1.a')].title").isEqualTo("Sets aims")
                .jsonPath("$.items[?(@.title == 'Chooses means')].code").isEqualTo("6f1c2a0e-1d9b-4a53-8e9f-0d5e7f3a1b04")
                .jsonPath("$.items[?(@.title == 'Chooses means')].parentId").isNotEmpty();
    }

    @Test
    void refusesWhatIsNoPackage() throws IOException {
        ASSESSOR.post("frameworks/case", "{}").expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/CFDocument");
        ASSESSOR.post("frameworks/case", "{\"CFDocument\": 5}").expectStatus().isBadRequest();
        ASSESSOR.post("frameworks/case", "{\"CFDocument\": {\"identifier\": \"no\"}}").expectStatus().isBadRequest();
        ASSESSOR.post("frameworks/case", foreign().replace("\"fullStatement\": \"Sets aims\",", "").replace("2020\"", "2021\""))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/CFItems/1/fullStatement");
    }

    /// 1EdTech's form of a package allows nothing it does not name; see the file for where it comes from.
    @Test
    @SuppressWarnings("unchecked")
    void writesNothingTheStandardDoesNotKnow() throws IOException {
        assertThat(outsideTheStandard(JSON.readValue(foreign(), Map.class))).isEmpty();
        var out = ASSESSOR.read("frameworks/" + framework + "/case");
        assertThat(outsideTheStandard(out)).isEmpty();

        document(out).put("CFPackageURI", Map.of());
        document(out).put("identifier", "01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(outsideTheStandard(out)).hasSize(2);
    }

    @Test
    void tellsWhatAScaleLacks() {
        ASSESSOR.made("scales", scale("S-1", "60"));
        var out = JSON.writeValueAsString(ASSESSOR.read("frameworks/" + framework + "/case")).replace("\"version\":\"2026\"", "\"version\":\"later\"");

        refused(out.replace("\"score\":60,", ""), "/CFRubrics/0/CFRubricCriteria/0/CFRubricCriterionLevels/1/score", "required");
        refused(out.replace("\"code\":\"S-1\",", ""), "/CFRubrics/0/extensions/code", "required");
        refused(out.replace("\"threshold\":60", "\"threshold\":100.1"), "/CFRubrics/0/threshold", "maximum");
        refused(out.replace("\"score\":60,", "\"score\":20,"), "/CFRubrics/0/levels/1/from", "not-ascending");
        ASSESSOR.post("frameworks/case", out).expectStatus().isCreated();
    }

    private static void refused(String file, String pointer, String code) {
        ASSESSOR.post("frameworks/case", file).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo(pointer).jsonPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void refusesAPackageThatIsItsOwnParent() throws IOException {
        var circular = foreign().replace("\"identifier\": \"6f1c2a0e-1d9b-4a53-8e9f-0d5e7f3a1b01\", \"uri\": \"https://frameworks.example.org/1\"",
                "\"identifier\": \"6f1c2a0e-1d9b-4a53-8e9f-0d5e7f3a1b03\", \"uri\": \"https://frameworks.example.org/3\"");
        ASSESSOR.post("frameworks/case", circular).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("too-deep");
    }

    /// A document, clusters under it and statements under these, as state standards are published.
    @Test
    void takesAPublishedPackageOfManyHundredItems() {
        var file = published(600, "Opens up the subject to learners of differing abilities. ".repeat(8));
        assertThat(file.length()).isGreaterThan(2 * 256 * 1024);

        var taken = Api.object(ASSESSOR.post("frameworks/case", file).expectStatus().isCreated());

        assertThat(taken).containsEntry("competences", 600).containsEntry("left", List.of());
        ASSESSOR.post("frameworks/case", published(600, "x".repeat(16 * 1024))).expectStatus().isEqualTo(413);
    }

    private static String published(int items, String statement) {
        var identifiers = java.util.stream.IntStream.range(0, items).mapToObj(n -> UUID.randomUUID()).toList();
        var document = UUID.randomUUID();
        var all = new java.util.ArrayList<Map<String, Object>>();
        var associations = new java.util.ArrayList<Map<String, Object>>();
        for (int n = 0; n < items; n++) {
            var above = n % 20 == 0 ? document : identifiers.get(n / 20 * 20);
            all.add(Map.of("identifier", identifiers.get(n), "uri", "https://frameworks.example.org/" + n, "fullStatement", statement + n,
                    "humanCodingScheme", "S." + n, "CFItemType", n % 20 == 0 ? "Cluster" : "Standard", "educationLevel", List.of("09", "10"),
                    "lastChangeDateTime", "2020-01-01T00:00:00+00:00"));
            associations.add(Map.of("identifier", UUID.randomUUID(), "associationType", "isChildOf", "sequenceNumber", n,
                    "originNodeURI", Map.of("title", "S." + n, "identifier", identifiers.get(n), "uri", "https://frameworks.example.org/" + n),
                    "destinationNodeURI", Map.of("title", "above", "identifier", above, "uri", "https://frameworks.example.org/above")));
        }
        return JSON.writeValueAsString(Map.of("CFDocument", Map.of("identifier", document, "title", "Standards " + document, "creator",
                "Example Department of Education", "uri", "https://frameworks.example.org/d", "caseVersion", "1.1"), "CFItems", all,
                "CFAssociations", associations, "CFDefinitions", Map.of("CFConcepts", List.of()), "CFRubrics", List.of()));
    }

    private String scale(String code, String threshold) {
        return """
                {"frameworkId": "%s", "code": "%s", "title": "Уровни", "threshold": %s, "levels": [
                 {"code": "LOW", "title": "Низкий", "from": 20}, {"code": "GOOD", "title": "Хороший", "from": 60}]}""".formatted(framework, code, threshold);
    }

    private static List<?> outsideTheStandard(Map<String, Object> packet) {
        var schema = CaseComponentTest.class.getResourceAsStream("/case/package-1.1.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema, InputFormat.JSON)
                .validate(JSON.valueToTree(packet));
    }

    private static String foreign() throws IOException {
        try (var file = CaseComponentTest.class.getResourceAsStream("/case/foreign.json")) {
            return new String(requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(Map<String, Object> of) {
        return (Map<String, Object>) requireNonNull(of.get("CFDocument"));
    }

    private static String undated(Map<String, Object> of) {
        document(of).remove("version");
        return JSON.writeValueAsString(of).replaceAll("\"lastChangeDateTime\":\"[^\"]*\"", "");
    }

    private String body(String code, String area, UUID parent, String rollUp) {
        return """
                {"frameworkId": "%s", "code": "%s", "title": "Умение", "area": %s, "parentId": %s, "rollUp": %s}""".formatted(framework, code,
                area == null ? "null" : "\"" + area + "\"", parent == null ? "null" : "\"" + parent + "\"", rollUp);
    }
}
