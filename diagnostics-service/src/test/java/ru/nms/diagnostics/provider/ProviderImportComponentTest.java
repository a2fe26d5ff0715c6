package ru.nms.diagnostics.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Kept.created;
import static ru.nms.diagnostics.Kept.imported;
import static ru.nms.diagnostics.Kept.post;
import static ru.nms.diagnostics.Kept.put;
import static ru.nms.diagnostics.Kept.remove;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.Diagnostics;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class ProviderImportComponentTest {

    private static final String HEADER = "ID человека;Процедура;Организатор;Дата;Шкала;Баллы;Максимум\n";

    private final WebTestClient assessor = PERM.as(Role.ASSESSOR);
    private final UUID person = Learnt.person(UUID.randomUUID());
    private final String procedure = "ROUND_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @Test
    @Clause({"DIA-002", "DIA-006"})
    void addsUpTheScalesOfOneAreaAndOpensDeficits() {
        mapped("М1", "Методика преподавания", "METHODICAL");
        mapped("М2", null, "METHODICAL");
        mapped("П1", null, "SUBJECT");

        var job = imported(assessor, "provider-results", HEADER + row("Методика  Преподавания", "10", "20") + row("м2", "9,5", "30") + row("П1", "80", "100"));

        assertThat(job).containsEntry("created", 3).containsEntry("refused", 0);
        results().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].provider").isEqualTo("FEDERAL_COORDINATOR")
                .jsonPath("$.items[0].scores[0].competence").isEqualTo("METHODICAL")
                .jsonPath("$.items[0].scores[0].points").isEqualTo(19.5)
                .jsonPath("$.items[0].scores[0].maximum").isEqualTo(50);
        deficits().jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].level").isEqualTo("HIGH");

        assertThat(imported(assessor, "provider-results", HEADER + row("м2", "9,5", "30"))).containsEntry("unchanged", 1);
        results().jsonPath("$.items[0].version").isEqualTo(1);
        assertThat(imported(assessor, "provider-results", HEADER + row("М2", "30", "30"))).containsEntry("changed", 1);
        results().jsonPath("$.items[0].scores[0].points").isEqualTo(40).jsonPath("$.items[0].version").isEqualTo(2);
        deficits().jsonPath("$.items[0].status").doesNotExist();
    }

    @Test
    void reportsEveryUnmappedRowAndLosesNone() {
        mapped("П1", null, "SUBJECT");

        var job = imported(assessor, "provider-results", HEADER + row("П1", "80", "100") + row("К9", "10", "100") + row("К8", "1", "100"));

        assertThat(job).containsEntry("created", 1).containsEntry("refused", 2);
        get(assessor, "imports/" + job.get("id") + "/problems").expectBody()
                .jsonPath("$.items[*].code").value(codes -> assertThat(codes).asList().containsExactly("unmapped-competence", "unmapped-competence"))
                .jsonPath("$.items[0].row").isEqualTo(3).jsonPath("$.items[1].row").isEqualTo(4);
        get(assessor, "unmapped-competences").expectBody()
                .jsonPath("$.items[?(@.procedure == '%s')].code".formatted(procedure))
                .value(codes -> assertThat(codes).asList().containsExactlyInAnyOrder("К9", "К8"))
                .jsonPath("$.items[?(@.procedure == '%s' && @.code == 'К9')].rows".formatted(procedure)).isEqualTo(1);

        var mapping = mapped("К9", null, "IT");

        get(assessor, "unmapped-competences").expectBody()
                .jsonPath("$.items[?(@.procedure == '%s')].code".formatted(procedure)).isEqualTo("К8");
        results().jsonPath("$.items[0].scores.length()").isEqualTo(2).jsonPath("$.items[0].scores[0].competence").isEqualTo("IT");
        deficits().jsonPath("$.items[0].competence").isEqualTo("IT");

        put(PERM.as(Role.COORDINATOR), "competence-mappings/" + mapping, 1, mapping("К9", null, "COMMUNICATIVE")).expectStatus().isOk();
        deficits().jsonPath("$.items[0].competence").isEqualTo("COMMUNICATIVE").jsonPath("$.items.length()").isEqualTo(1);
        remove(PERM.as(Role.COORDINATOR), "competence-mappings/" + mapping, 2).expectStatus().isNoContent();
        deficits().jsonPath("$.items").isEmpty();
        results().jsonPath("$.items[0].scores.length()").isEqualTo(1);
    }

    @Test
    void keepsWhatNobodyHasMappedUntilSomebodyDoes() {
        assertThat(imported(assessor, "provider-results", HEADER + row("Х1", "10", "100"))).containsEntry("refused", 1);
        results().jsonPath("$.items").isEmpty();

        var mapping = mapped("Х1", null, "SUBJECT");
        results().jsonPath("$.items.length()").isEqualTo(1);

        remove(PERM.as(Role.COORDINATOR), "competence-mappings/" + mapping, 1).expectStatus().isNoContent();
        results().jsonPath("$.items").isEmpty();
    }

    @Test
    void refusesRowsAndMappingsAgainstTheProfile() {
        mapped("П1", null, "SUBJECT");

        var job = imported(assessor, "provider-results", HEADER + row("П1", "101", "100") + row("П1", "1", "2").replace("FEDERAL_COORDINATOR", "NOBODY")
                + row("П1", "1", "2").replace(person.toString(), UUID.randomUUID().toString())
                + row("П1", "1", "2") + row("П1", "2", "2") + row("П1", "1", "0"));

        assertThat(job).containsEntry("created", 1).containsEntry("refused", 5);
        get(assessor, "imports/" + job.get("id") + "/problems").expectBody().jsonPath("$.items[*].code").value(codes -> assertThat(codes).asList()
                .containsExactly("above-maximum", "outside-profile", "unknown-person", "repeated-competence", "positive",
                        "above-maximum"));
        post(PERM.as(Role.COORDINATOR), "competence-mappings", mapping("X", null, "COOKING")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/area");
        post(PERM.as(Role.COORDINATOR), "competence-mappings", mapping("X", null, "IT").replace("FEDERAL_COORDINATOR", "NOBODY"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/provider");
    }

    /// What an expert knows better than the file stands, whatever the file says again; what was annulled is gone.
    @Test
    void isCorrectedAndAnnulledLikeWhatIsReportedByHand() {
        mapped("П1", null, "SUBJECT");
        imported(assessor, "provider-results", HEADER + row("П1", "30", "100"));
        var id = idOf();
        Diagnostics.post(assessor, byHand("90")).expectStatus().isEqualTo(409).expectBody().jsonPath("$.existing").isEqualTo(id);
        assertThat(imported(assessor, "results", HEADER.replace("Шкала", "Область компетенций") + row("SUBJECT", "90", "100"))).containsEntry("refused", 1);

        Diagnostics.put(assessor, id, "\"1\"", byHand("90")).expectStatus().isOk().expectBody().jsonPath("$.version").isEqualTo(2);
        deficits().jsonPath("$.items").isEmpty();

        var job = imported(assessor, "provider-results", HEADER + row("П1", "30", "100"));
        assertThat(job).containsEntry("refused", 1);
        get(assessor, "imports/" + job.get("id") + "/problems").expectBody().jsonPath("$.items[0].code").isEqualTo("result-exists");
        mapped("П2", null, "METHODICAL");
        results().jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].scores[0].points").isEqualTo(90);

        Diagnostics.delete(assessor, id, "\"2\"").expectStatus().isNoContent();
        assertThat(imported(assessor, "provider-results", HEADER + row("П1", "30", "100"))).containsEntry("created", 1);
        Diagnostics.delete(assessor, idOf(), "\"1\"").expectStatus().isNoContent();
        results().jsonPath("$.items").isEmpty();
        deficits().jsonPath("$.items").isEmpty();
        mapped("П3", null, "METHODICAL");
        results().jsonPath("$.items").isEmpty();
    }

    private String byHand(String points) {
        return """
                {"personId": "%s", "procedure": "%s", "provider": "FEDERAL_COORDINATOR", "takenOn": "2026-10-12",
                 "scores": [{"competence": "SUBJECT", "points": %s, "maximum": 100}]}""".formatted(person, procedure, points);
    }

    /// A file from outside knows nobody's id.
    @Test
    @Clause("DIA-006")
    void keepsWhatIsToldOfPeopleUnderCodesUntilSomebodySaysWhoTheyAre() {
        mapped("П1", null, "SUBJECT");
        var code = "К-" + UUID.randomUUID();
        var file = HEADER.replace("ID человека", "Код участника") + row("П1", "30", "100").replace(person.toString(), code);

        var job = imported(assessor, "provider-results", file);
        assertThat(job).containsEntry("refused", 1).containsEntry("created", 0);
        get(assessor, "imports/" + job.get("id") + "/problems").expectBody().jsonPath("$.items[0].code").isEqualTo("unmatched-person");
        get(assessor, "unmatched-people").expectBody().jsonPath("$.items[?(@.code == '%s')].rows".formatted(code)).isEqualTo(1);

        assertThat(imported(assessor, "provider-person-codes", "Организатор;Код;ID человека\nFEDERAL_COORDINATOR;%s;%s\n".formatted(code, person)))
                .containsEntry("created", 1);

        get(assessor, "unmatched-people").expectBody().jsonPath("$.items[?(@.code == '%s')]".formatted(code)).isEmpty();
        results().jsonPath("$.items.length()").isEqualTo(1);
        deficits().jsonPath("$.items[0].competence").isEqualTo("SUBJECT");
        assertThat(imported(assessor, "provider-results", file)).containsEntry("unchanged", 1);
        assertThat(imported(assessor, "results", HEADER.replace("ID человека", "Код человека").replace("Шкала", "Область компетенций")
                + row("SUBJECT", "90", "100").replace(person.toString(), code).replace("12.10.2026", "13.10.2026"))).containsEntry("created", 1);
        post(PERM.as(Role.COORDINATOR), "provider-person-codes", """
                {"provider": "FEDERAL_COORDINATOR", "code": "Я", "personId": "%s"}""".formatted(UUID.randomUUID())).expectStatus().isEqualTo(422);
    }

    private String idOf() {
        return String.valueOf(((Map<?, ?>) ((List<?>) new Api(assessor).read("results?personId=" + person)
                .get("items")).getFirst()).get("id"));
    }

    @Test
    void takesMappingsFromAFile() {
        assertThat(imported(assessor, "competence-mappings", "Организатор;Процедура;Код;Название;Область компетенций\n"
                + "FEDERAL_COORDINATOR;" + procedure + ";А1;Алгебра;SUBJECT\nFEDERAL_COORDINATOR;" + procedure + ";А2;;COOKING\n"))
                .containsEntry("created", 1).containsEntry("refused", 1);
    }

    private String row(String scale, String points, String maximum) {
        return "%s;%s;FEDERAL_COORDINATOR;12.10.2026;%s;%s;%s\n".formatted(person, procedure, scale, points, maximum);
    }

    private String mapped(String code, String title, String area) {
        return created("competence-mappings", mapping(code, title, area));
    }

    private String mapping(String code, String title, String area) {
        return """
                {"provider": "FEDERAL_COORDINATOR", "procedure": "%s", "code": "%s", "area": "%s"%s}
                """.formatted(procedure, code, area, title == null ? "" : ", \"title\": \"" + title + "\"");
    }

    private BodyContentSpec results() {
        return get(assessor, "results?personId=" + person).expectStatus().isOk().expectBody();
    }

    private BodyContentSpec deficits() {
        return get(assessor, "deficits?status=OPEN&personId=" + person).expectStatus().isOk().expectBody();
    }
}
