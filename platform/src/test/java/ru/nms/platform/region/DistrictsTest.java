package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.testkit.Clause;

class DistrictsTest {

    @ParameterizedTest
    @Clause("REG-058")
    @ValueSource(strings = {"EXPERIENCE_EXCHANGE", "JOINT_EVENTS", "PROGRAMME_SUPPORT", "IOM_TRANSFER", "MENTORING_YOUNG",
            "PROJECT_INFRASTRUCTURE", "SKILL_GROWTH"})
    void haveSevenTasksEachInArkhangelsk(String task) {
        for (var unit : List.of("IMO-1", "IMO-2", "IMO-3", "IMO-4", "IMO-5")) {
            assertThat(faults("arkhangelsk", unit, task)).isEmpty();
        }
        assertThat(districts("arkhangelsk").taskTitle("IMO-1", task)).isNotEqualTo(task).isNotBlank();
    }

    @ParameterizedTest
    @Clause({"REG-044", "REG-058"})
    @CsvSource({
        "arkhangelsk, IMO-6, , /groupingUnit, no-such-grouping-unit, строки 380–414",
        "arkhangelsk, IMO-6, JOINT_EVENTS, /groupingUnit, no-such-grouping-unit, строки 380–414",
        "arkhangelsk, INTERMUNICIPAL_DISTRICT, , /groupingUnit, no-such-grouping-unit, строки 380–414",
        "arkhangelsk, IMO-1, EIGHTH, /groupingTask, no-such-grouping-task, строки 416–424",
        "arkhangelsk, , JOINT_EVENTS, /groupingUnit, grouping-unit-required, строки 416–424",
        "tyumen, IMO-1, , /groupingUnit, no-such-grouping-unit, 'строки 75, 924'",
        "tyumen, ISHIM, JOINT_EVENTS, /groupingTask, no-grouping-tasks, 'строки 75, 924'",
        "tyumen, , JOINT_EVENTS, /groupingUnit, grouping-unit-required, 'строки 75, 924'",
        "sevastopol, IMO-1, , /groupingUnit, no-groupings, 'строки 89, 125'",
        "sevastopol, IMO-1, JOINT_EVENTS, /groupingUnit, no-groupings, 'строки 89, 125'",
        "sevastopol, , JOINT_EVENTS, /groupingTask, no-groupings, 'строки 89, 125'"})
    void areThoseOfTheRegionAloneAndTheClauseSaysSo(String region, @Nullable String unit, @Nullable String task, String pointer,
                                                   String code, String lines) {
        assertThat(faults(region, unit, task)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.clause()).contains(lines);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"arkhangelsk", "kuzbass", "perm", "sevastopol", "tyumen"})
    void areNeverAskedFor(String region) {
        assertThat(faults(region, null, null)).isEmpty();
    }

    @Test
    @Clause("REG-044")
    void areNamedWithoutTasksInTyumen() {
        assertThat(faults("tyumen", "ISHIM", null)).isEmpty();
        assertThat(districts("tyumen").unitTitle("ISHIM")).isEqualTo("Ишимский");
        assertThat(districts("arkhangelsk").unitTitle("IMO-1")).isEqualTo("IMO-1");
        assertThat(districts("arkhangelsk").unitTitle(null)).isNull();
    }

    private static List<Fault> faults(String region, @Nullable String unit, @Nullable String task) {
        return districts(region).check(unit, task);
    }

    private static Districts districts(String region) {
        return new Districts(RegionProfiles.load(region));
    }
}
