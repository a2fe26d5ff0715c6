package ru.nms.diagnostics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/// Tasks as assessors write them: in a table.
class TaskImportComponentTest {

    private static final UUID FRAMEWORK = Fos.framework();
    private static final String HEADER = "Инструмент;Блок;Вариант;Номер;Вид;Компетенция;Задание;Баллы;Ответ 1;Ответ 2;Ответ 3;"
            + "Пара А;Пара Б;Критерий 1;Ключ;Погрешность\n";

    private final String code = Fos.code();
    private final UUID instrument = Fos.instrument(FRAMEWORK, code, 2);
    private final String seven = HEADER + row("1;Один ответ;METHOD;Сколько?;1;один;два;три;;;;2;")
            + row("2;Несколько ответов;METHOD;Какие?;2;один;два;три;;;;\"1, 3\";")
            + row("3;Порядок;LESSON;Расставьте;2;в;б;а;;;;\"3, 2, 1\";")
            + row("4;Соответствие;LESSON;Соедините;2;дом;лес;;house;wood;;\"1-А, 2-Б\";")
            + row("5;Число;METHOD;Чему равно пи?;1;;;;;;;3,14;0,01")
            + row("6;Краткий ответ;METHOD;Столица?;1;;;;;;;\"Москва, г. Москва\";")
            + row("7;Развёрнутый ответ;LESSON;Опишите;5;;;;;;Полнота (2×3);;");

    private String row(String rest) {
        return code + ";Блок;;" + rest + "\n";
    }

    @Test
    void takesTasksOfEveryKindWithTheirKeys() {
        assertThat(ASSESSOR.imported("tasks", "apply", seven)).containsEntry("created", 7).containsEntry("refused", 0);

        assertThat(keyOf(1)).containsEntry("chosen", List.of("2"));
        assertThat(keyOf(2)).containsEntry("chosen", List.of("1", "3"));
        assertThat(keyOf(3)).containsEntry("order", List.of("3", "2", "1"));
        assertThat(keyOf(4)).containsEntry("pairs", Map.of("1", "А", "2", "Б"));
        assertThat(keyOf(5)).containsEntry("number", 3.14).containsEntry("tolerance", 0.01);
        assertThat(keyOf(6)).containsEntry("accepted", List.of("Москва", "г. Москва"));
        Fos.approve(instrument);
    }

    @Test
    void changesNothingTheSecondTimeAndOnlyWhatDiffersTheThird() {
        ASSESSOR.imported("tasks", "apply", seven);

        assertThat(ASSESSOR.imported("tasks", "apply", seven)).containsEntry("unchanged", 7);
        assertThat(ASSESSOR.imported("tasks", "apply", seven.replace("три;;;;2;", "три;;;;1;"))).containsEntry("unchanged", 6)
                .containsEntry("changed", 1);
        assertThat(keyOf(1)).containsEntry("chosen", List.of("1"));
    }

    @Test
    void storesNothingWhenItOnlyValidates() {
        assertThat(ASSESSOR.imported("tasks", "validate", seven)).containsEntry("created", 7);
        ASSESSOR.get("tasks?instrumentId=" + instrument).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void refusesRowsThatCannotBeTasksAndQuotesNoKey() {
        var job = ASSESSOR.imported("tasks", "apply", HEADER + row("1;Один ответ;METHOD;Сколько?;1;один;два;три;;;;SECRET;")
                + row("2;Один ответ;UNKNOWN;Сколько?;1;один;два;;;;;1;") + row("3;Один ответ;METHOD;Сколько?;1;один;;;;;;1;")
                + row("4;Развёрнутый ответ;METHOD;Опишите;1;;;;;;Полнота;;") + "NOBODY;Б;;1;Число;METHOD;Сколько?;1;;;;;;;SECRET;\n"
                + code + ";Б;3;1;Число;METHOD;Сколько?;1;;;;;;;5;\n");

        assertThat(job).containsEntry("refused", 6).containsEntry("created", 0);
        ASSESSOR.get("imports/" + job.get("id") + "/problems").expectBody()
                .jsonPath("$.items[*].code").value(codes -> assertThat(codes).asList().containsExactly("no-valid-key",
                        "unknown-competence", "size", "unreadable-criterion", "no-such-draft", "maximum"));
        var refused = ASSESSOR.get("imports/" + job.get("id") + "/refused").expectBody(String.class).returnResult().getResponseBody();
        assertThat(refused).contains("Сколько?").doesNotContain("SECRET");
        assertThat(String.valueOf(ASSESSOR.read("imports/" + job.get("id") + "/problems"))).doesNotContain("SECRET");
    }

    @Test
    void goesIntoADraftOnly() {
        var approved = Fos.code();
        Fos.approved(FRAMEWORK, approved);

        assertThat(ASSESSOR.imported("tasks", "apply", seven.replace(code, approved))).containsEntry("refused", 7);
    }

    private Map<String, Object> keyOf(int number) {
        var items = (List<?>) ASSESSOR.read("tasks?instrumentId=" + instrument).get("items");
        var id = items.stream().map(Map.class::cast).filter(task -> task.get("number").equals(number)).findFirst().orElseThrow().get("id");
        return ASSESSOR.read("tasks/" + id + "/key");
    }
}
