package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.instrument.Fos;

/// An instrument whose author entered the steps in the right order, and gave both sides of the pairs the same codes.
class AliasesComponentTest {

    private static final UUID INSTRUMENT = Fos.instrument(Taking.FRAMEWORK, Fos.code(), 1);
    private static final UUID ORDERING = task(1, "ORDERING", "\"points\": 3", "{\"order\": [\"1\", \"2\", \"3\"]}");
    private static final UUID MATCHING = task(2, "MATCHING", """
            "points": 3, "targets": [{"code": "1", "text": "раз"}, {"code": "2", "text": "дважды"}, {"code": "3", "text": "трижды"}]""",
            "{\"pairs\": {\"1\": \"1\", \"2\": \"2\", \"3\": \"3\"}}");

    static {
        Fos.approve(INSTRUMENT);
    }

    private final Taking me = Taking.somebody();
    private final UUID campaign = Campaigns.announced(INSTRUMENT, "LIST", ", \"attempts\": 2, \"personIds\": " + Campaigns.ids(me.person()));

    private static UUID task(int number, String kind, String rest, String key) {
        var id = ASSESSOR.made("tasks", """
                {"instrumentId": "%s", "block": "A", "number": %d, "kind": "%s", "competence": "METHOD", "stem": "Как?", "options":
                 [{"code": "1", "text": "один"}, {"code": "2", "text": "два"}, {"code": "3", "text": "три"}], %s}"""
                .formatted(INSTRUMENT, number, kind, rest));
        ASSESSOR.put("tasks/" + id + "/key", "*", key).expectStatus().isOk();
        return id;
    }

    @Test
    void theCodesInTwoAttemptsHaveNothingInCommon() {
        var first = me.starts(campaign);
        var before = codes(first);
        assertThat(codes(first)).isEqualTo(before);
        me.submits(first).expectStatus().isOk();
        var after = codes(me.starts(campaign));

        assertThat(before).hasSize(9).doesNotHaveDuplicates().doesNotContain("1", "2", "3");
        assertThat(after).hasSize(9).doesNotContainAnyElementsOf(before);
    }

    @Test
    void answersInTheseCodesAreReadBackInThemAndGradedByTheKey() {
        var attempt = me.starts(campaign);
        var steps = byText(attempt, 0, "options");
        var left = byText(attempt, 1, "options");
        var right = byText(attempt, 1, "targets");
        var order = List.of(steps.get("один"), steps.get("два"), steps.get("три"));
        me.saves(attempt, ORDERING, 1, ordered(order)).expectStatus().isNoContent();
        me.saves(attempt, ORDERING, 1, ordered(order)).expectStatus().isNoContent();
        me.saves(attempt, MATCHING, 1, "{\"pairs\": {\"%s\": \"%s\", \"%s\": \"%s\"}}".formatted(left.get("один"), right.get("раз"),
                left.get("два"), right.get("трижды"))).expectStatus().isNoContent();

        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.answers[?(@.taskId == '" + ORDERING + "')].answer.order[*]").isEqualTo(order)
                .jsonPath("$.answers[?(@.taskId == '%s')].answer.pairs['%s']".formatted(MATCHING, left.get("два"))).isEqualTo(right.get("трижды"));
        assertThat(stored(attempt)).containsExactlyInAnyOrder("{\"order\": [\"1\", \"2\", \"3\"]}", "{\"pairs\": {\"1\": \"1\", \"2\": \"3\"}}");

        me.submits(attempt).expectBody().jsonPath("$.points").isEqualTo(4);
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.answers[?(@.taskId == '" + ORDERING + "')].answer.order[*]").isEqualTo(order);
        me.api().post("attempts/" + attempt + "/appeal", "{\"text\": \"Иначе\"}").expectStatus().isCreated();
        var appeal = Bench.items(me.api().read("appeals")).getFirst().get("id");
        ASSESSOR.get("appeals/" + appeal).expectBody().jsonPath("$.answers[?(@.taskId == '" + ORDERING + "')].answer.order[0]").isEqualTo("1");
    }

    @Test
    void codesOfTheAuthorOrOfAnotherAttemptAreUnknown() {
        var first = me.starts(campaign);
        var foreign = byText(first, 0, "options").values();
        me.submits(first).expectStatus().isOk();
        var attempt = me.starts(campaign);

        for (var codes : List.of(List.of("1", "2", "3"), foreign)) {
            me.saves(attempt, ORDERING, 1, ordered(codes)).expectStatus().isEqualTo(422).expectBody()
                    .jsonPath("$.errors[0].pointer").isEqualTo("/answer/order/0").jsonPath("$.errors[0].code").isEqualTo("unknown-option");
        }
        me.saves(attempt, MATCHING, 1, "{\"pairs\": {\"1\": \"1\"}}").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/answer/pairs");
    }

    @Test
    void whoBeganBeforeThereWereAliasesGoesOnInTheCodesOfTheAuthor() {
        var attempt = me.starts(campaign);
        Campaigns.execute("UPDATE attempt SET secret = NULL WHERE id = '%s'".formatted(attempt));

        assertThat(byText(attempt, 0, "options")).isEqualTo(Map.of("один", "1", "два", "2", "три", "3"));
        me.saves(attempt, ORDERING, 1, ordered(List.of("1", "2", "3"))).expectStatus().isNoContent();
        me.api().get("attempts/" + attempt).expectBody().jsonPath("$.answers[0].answer.order[0]").isEqualTo("1");
        me.submits(attempt).expectBody().jsonPath("$.points").isEqualTo(3);
    }

    private static String ordered(java.util.Collection<String> codes) {
        return "{\"order\": %s}".formatted(codes.stream().map(code -> '"' + code + '"').toList());
    }

    private List<String> codes(UUID attempt) {
        return List.of(byText(attempt, 0, "options"), byText(attempt, 1, "options"), byText(attempt, 1, "targets")).stream()
                .flatMap(side -> side.values().stream()).sorted().toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> byText(UUID attempt, int task, String side) {
        var tasks = (List<Map<String, Object>>) me.api().read("attempts/" + attempt + "/paper").get("tasks");
        return ((List<Map<String, String>>) tasks.get(task).get(side)).stream()
                .collect(Collectors.toMap(option -> option.get("text"), option -> option.get("code")));
    }

    private static List<String> stored(UUID attempt) {
        return PERM.inTransaction(PERM.bean(DatabaseClient.class).sql("SELECT CAST(answer AS text) AS answer FROM answer WHERE attempt_id = :id")
                .bind("id", attempt).map(row -> row.get("answer", String.class)).all().collectList());
    }
}
