package ru.nms.diagnostics.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Kept.created;
import static ru.nms.diagnostics.Kept.imported;
import static ru.nms.diagnostics.Kept.post;
import static ru.nms.diagnostics.Kept.put;
import static ru.nms.diagnostics.Kept.remove;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

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
