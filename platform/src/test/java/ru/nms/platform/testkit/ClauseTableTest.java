package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ClauseTableTest {

    private final ClauseTable table = new ClauseTable(ClauseTable.ids(List.of("id;text", "IOM-001;a", "IOM-002;b", "PRF-01;\"c;d\"")));

    @Test
    void countsAClauseWhoseEveryTestPassed() {
        table.add(List.of("IOM-001 SUCCESSFUL", "IOM-001 SUCCESSFUL"));

        assertThat(table.lines()).containsExactly(
                "Requirements   proven     of   open",
                "IOM                 1      2   002",
                "PRF                 0      1   01",
                "all                 1      3   2");
    }

    @Test
    void leavesAClauseOpenThatOneTestDoesNotMeet() {
        table.add(List.of("PRF-01 SUCCESSFUL", "PRF-01 FAILED", "IOM-001 ABORTED"));

        assertThat(table.lines()).contains("all                 0      3   3");
    }

    @Test
    void namesIdsThatNoRequirementHas() {
        table.add(List.of("IOM-099 SUCCESSFUL"));

        assertThat(table.unknown()).containsExactly("IOM-099");
        assertThat(table.lines()).endsWith("Unknown ids in @Clause: IOM-099");
    }
}
