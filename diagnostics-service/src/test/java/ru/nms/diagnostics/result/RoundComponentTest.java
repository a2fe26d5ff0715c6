package ru.nms.diagnostics.result;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.post;
import static ru.nms.diagnostics.Diagnostics.put;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Kept.created;
import static ru.nms.diagnostics.Kept.imported;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;

/// A result says of which round of a federal assessment it is, however it is reported.
class RoundComponentTest {

    private final WebTestClient assessor = PERM.as(Role.ASSESSOR);
    private final UUID person = Learnt.person(UUID.randomUUID());
    private final String procedure = "ROUND_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void isToldByHandAndFound() {
        var id = recorded(PERM, byHand("\"2\""));
        results("&round=2").jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].round").isEqualTo("2");
        results("&round=1").jsonPath("$.items").isEmpty();

        put(assessor, id, "\"1\"", byHand("\"1\"")).expectStatus().isOk().expectBody().jsonPath("$.version").isEqualTo(2).jsonPath("$.round").isEqualTo("1");
        put(assessor, id, "\"2\"", byHand("null")).expectStatus().isOk().expectBody().jsonPath("$.round").doesNotExist();
        post(assessor, byHand("\"второй раунд\"")).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/round");
    }

    @Test
    void isToldByAFileOfResultsWhoseRowsAgree() {
        var header = "ID человека;Процедура;Организатор;Дата;Область компетенций;Баллы;Максимум;Раунд\n";
        assertThat(imported(assessor, "results", header + row("SUBJECT", "30", "") + row("METHODICAL", "30", "2") + row("IT", "30", "3")))
                .containsEntry("created", 2).containsEntry("refused", 1);
        results("&round=2").jsonPath("$.items[0].scores.length()").isEqualTo(2).jsonPath("$.items[0].version").isEqualTo(1);

        assertThat(imported(assessor, "results", header + row("SUBJECT", "30", ""))).containsEntry("unchanged", 1);
        assertThat(imported(assessor, "results", header + row("SUBJECT", "30", "3"))).containsEntry("changed", 1);
        results("&round=3").jsonPath("$.items[0].version").isEqualTo(2);
    }

    @Test
    void isToldByAFileOfAProvider() {
        mapped("SUBJECT");
        var header = "ID человека;Процедура;Организатор;Дата;Шкала;Баллы;Максимум;Раунд\n";
        assertThat(imported(assessor, "provider-results", header + row("SUBJECT", "30", "2"))).containsEntry("created", 1);
        results("&round=2").jsonPath("$.items.length()").isEqualTo(1);

        assertThat(imported(assessor, "provider-results", header + row("SUBJECT", "30", ""))).containsEntry("unchanged", 1);
        assertThat(imported(assessor, "provider-results", header + row("SUBJECT", "30", "3"))).containsEntry("changed", 1);
        results("&round=3").jsonPath("$.items[0].version").isEqualTo(2);
        assertThat(imported(assessor, "provider-results", header + row("SUBJECT", "30", "3") + row("METHODICAL", "30", "4")))
                .containsEntry("unchanged", 1).containsEntry("refused", 1);
        assertThat(imported(assessor, "provider-results", header + row("SUBJECT", "30", "два раунда"))).containsEntry("refused", 1);
    }

    @Test
    void isNotToldByARowThatIsRefused() {
        mapped("SUBJECT");
        for (var file : List.of("results;Область компетенций", "provider-results;Шкала")) {
            var header = "ID человека;Процедура;Организатор;Дата;%s;Баллы;Максимум;Раунд\n".formatted(file.split(";")[1]);
            var kind = file.split(";")[0];
            var other = Learnt.person(UUID.randomUUID());

            imported(assessor, kind, (header + row("SUBJECT", "30", "") + row("SUBJECT", "40", "5")).replace(person.toString(), other.toString()));

            get(assessor, "results?personId=" + other).expectStatus().isOk().expectBody().jsonPath("$.items[0].scores[0].points").isEqualTo(30)
                    .jsonPath("$.items[0].round").doesNotExist();
        }
    }

    @Test
    void isOneForAllScoresOfAPersonWhomNobodyHasNamed() {
        mapped("SUBJECT");
        mapped("METHODICAL");
        var code = "К-" + UUID.randomUUID();
        var header = "Код человека;Процедура;Организатор;Дата;Шкала;Баллы;Максимум;Раунд\n";
        var file = header + row("SUBJECT", "30", "2") + row("METHODICAL", "30", "3");
        imported(assessor, "provider-results", file.replace(person.toString(), code));   // the second row contradicts the first one
        imported(assessor, "provider-results", (header + row("METHODICAL", "30", "4")).replace(person.toString(), code));

        created("provider-person-codes", """
                {"provider": "FEDERAL_COORDINATOR", "code": "%s", "personId": "%s"}""".formatted(code, person));

        results("").jsonPath("$.items[0].scores.length()").isEqualTo(2).jsonPath("$.items[0].round").isEqualTo("4");
    }

    @Test
    void isKeptOfAPersonWhomNobodyHasNamed() {
        mapped("SUBJECT");
        var code = "К-" + UUID.randomUUID();
        assertThat(imported(assessor, "provider-results", "Код человека;Процедура;Организатор;Дата;Шкала;Баллы;Максимум;Раунд\n"
                + row("SUBJECT", "30", "2").replace(person.toString(), code))).containsEntry("refused", 1);

        created("provider-person-codes", """
                {"provider": "FEDERAL_COORDINATOR", "code": "%s", "personId": "%s"}""".formatted(code, person));

        results("&round=2").jsonPath("$.items.length()").isEqualTo(1);
    }

    private void mapped(String area) {
        created("competence-mappings", """
                {"provider": "FEDERAL_COORDINATOR", "procedure": "%s", "code": "%s", "area": "%s"}""".formatted(procedure, area, area));
    }

    private String row(String scale, String points, String round) {
        return "%s;%s;FEDERAL_COORDINATOR;12.10.2026;%s;%s;100;%s\n".formatted(person, procedure, scale, points, round);
    }

    private String byHand(String round) {
        return """
                {"personId": "%s", "procedure": "%s", "provider": "FEDERAL_COORDINATOR", "takenOn": "2026-10-12", "round": %s,
                 "scores": [{"competence": "SUBJECT", "points": 30, "maximum": 100}]}""".formatted(person, procedure, round);
    }

    private BodyContentSpec results(String filter) {
        return get(assessor, "results?personId=" + person + filter).expectStatus().isOk().expectBody();
    }
}
