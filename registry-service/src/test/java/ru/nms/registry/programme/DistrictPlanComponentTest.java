package ru.nms.registry.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.created;
import static ru.nms.registry.Shelf.ids;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

/// Plans of the districts into which a region groups its municipalities.
class DistrictPlanComponentTest {

    private final WebTestClient arkhangelsk = Shelf.in("arkhangelsk").as(Role.COORDINATOR);

    @Test
    @Clause("REG-058")
    void haveTheirTasksInTheRegionProfileWithTheClauses() {
        Registry.get(arkhangelsk, "region-profile").expectStatus().isOk().expectBody()
                .jsonPath("$.territory.groupings[0].tasks.length()").isEqualTo(7)
                .jsonPath("$.territory.groupings[0].tasks[0].code").isEqualTo("EXPERIENCE_EXCHANGE")
                .jsonPath("$.territory.groupings[0].tasks[6].title").isEqualTo("рост мастерства работников")
                .jsonPath("$.territory.groupings[0].tasks[6].source").isEqualTo("SLIDES:424")
                .jsonPath("$.territory.groupings[0].tasksSource").isEqualTo("SLIDES:416-424");
    }

    @ParameterizedTest
    @Clause("REG-058")
    @ValueSource(strings = {"EXPERIENCE_EXCHANGE", "JOINT_EVENTS", "PROGRAMME_SUPPORT", "IOM_TRANSFER", "MENTORING_YOUNG",
            "PROJECT_INFRASTRUCTURE", "SKILL_GROWTH"})
    void serveAnyOfTheSevenTasks(String task) {
        var id = created(arkhangelsk, "training-plans", plan(2026, "IMO-1", task));

        Registry.get(arkhangelsk, "training-plans/" + id).expectBody().jsonPath("$.groupingUnit").isEqualTo("IMO-1")
                .jsonPath("$.groupingTask").isEqualTo(task);
        assertThat(ids(arkhangelsk, "training-plans?year=2026&groupingTask=" + task)).containsExactly(id);
    }

    @Test
    @Clause("REG-044")
    void areFoundByTheirDistrictAlone() {
        var whole = created(arkhangelsk, "training-plans", plan(2027, null, null));
        var second = created(arkhangelsk, "training-plans", plan(2027, "IMO-2", null));
        var exchange = created(arkhangelsk, "training-plans", plan(2027, "IMO-2", "EXPERIENCE_EXCHANGE"));
        var third = created(arkhangelsk, "training-plans", plan(2027, "IMO-3", null));

        assertThat(ids(arkhangelsk, "training-plans?year=2027&groupingUnit=IMO-2")).containsExactlyInAnyOrder(second, exchange);
        assertThat(ids(arkhangelsk, "training-plans?year=2027&groupingUnit=IMO-3")).containsExactly(third);
        assertThat(ids(arkhangelsk, "training-plans?year=2027&groupingUnit=IMO-4")).isEmpty();
        assertThat(ids(arkhangelsk, "training-plans?year=2027")).containsExactlyInAnyOrder(whole, second, exchange, third);
    }

    @Test
    void areOneAYearForEachDistrictAndTask() {
        for (var body : List.of(plan(2028, null, null), plan(2028, "IMO-2", null), plan(2028, "IMO-2", "JOINT_EVENTS"))) {
            created(arkhangelsk, "training-plans", body);
            Registry.post(arkhangelsk, "training-plans", body).expectStatus().isEqualTo(409);
        }
    }

    @Test
    void remainThoseOfTheDistrictWhenTheyAreApproved() {
        var path = "training-plans/" + created(arkhangelsk, "training-plans", plan(2029, "IMO-4", "IOM_TRANSFER"));

        act(arkhangelsk, path + "/approval", 1, "{\"on\": \"2025-12-20\", \"document\": \"Приказ 1\"}").expectStatus().isOk().expectBody()
                .jsonPath("$.groupingUnit").isEqualTo("IMO-4").jsonPath("$.groupingTask").isEqualTo("IOM_TRANSFER");
    }

    @Test
    void standInFilesWithTheirDistrict() {
        created(arkhangelsk, "training-plans", plan(2030, "IMO-4", "IOM_TRANSFER"));

        var csv = arkhangelsk.get().uri("/api/registry/v1/training-plans?year=2030").header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        assertThat(csv).contains("Округ", "Задача округа", "IMO-4", "IOM_TRANSFER");
    }

    @ParameterizedTest
    @Clause({"REG-044", "REG-058"})
    @CsvSource({
        "arkhangelsk, IMO-6, , /groupingUnit, no-such-grouping-unit, строки 380–414",
        "arkhangelsk, IMO-1, EIGHTH_TASK, /groupingTask, no-such-grouping-task, строки 416–424",
        "arkhangelsk, , JOINT_EVENTS, /groupingUnit, grouping-unit-required, строки 416–424",
        "tyumen, ISHIM, JOINT_EVENTS, /groupingTask, no-grouping-tasks, 'строки 75, 924'",
        "sevastopol, IMO-1, , /groupingUnit, no-groupings, 'строки 89, 125'"})
    void areOfNoOtherDistrictOrTask(String region, @Nullable String unit, @Nullable String task, String pointer, String code,
                                    String lines) {
        Registry.post(Shelf.in(region).as(Role.COORDINATOR), "training-plans", plan(2026, unit, task)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors.length()").isEqualTo(1)
                .jsonPath("$.errors[0].pointer").isEqualTo(pointer)
                .jsonPath("$.errors[0].code").isEqualTo(code)
                .jsonPath("$.errors[0].clause").value(clause -> assertThat((String) clause).contains(lines));
    }

    @Test
    @Clause("REG-044")
    void areThoseOfEducationDistrictsInTyumen() {
        var tyumen = Shelf.in("tyumen").as(Role.COORDINATOR);
        var id = created(tyumen, "training-plans", plan(2026, "ISHIM", null));

        assertThat(ids(tyumen, "training-plans?groupingUnit=ISHIM")).containsExactly(id);
        assertThat(ids(tyumen, "training-plans?groupingUnit=TOBOLSK")).isEmpty();
    }

    private static String plan(int year, @Nullable String unit, @Nullable String task) {
        return "{\"kind\": \"TOPIC_LIST\", \"year\": %d, \"topics\": [\"Функциональная грамотность\"]%s%s}".formatted(year,
                unit == null ? "" : ", \"groupingUnit\": \"" + unit + "\"", task == null ? "" : ", \"groupingTask\": \"" + task + "\"");
    }
}
