package ru.nms.diagnostics.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class DiscretionTest {

    @Test
    void withholdsSingleTasksAndWhatWouldLeaveOneAlone() {
        assertThat(Discretion.withheld(Map.of("A", 2L, "B", 3L), code -> "METHODICAL")).isEmpty();
        assertThat(Discretion.withheld(Map.of("A", 1L, "B", 3L, "C", 2L), code -> "METHODICAL")).containsExactly("A", "C");
        assertThat(Discretion.withheld(Map.of("A", 1L, "B", 1L, "C", 2L), code -> "METHODICAL")).containsExactly("A", "B");
        assertThat(Discretion.withheld(Map.of("A", 1L), code -> "METHODICAL")).containsExactly("A");
    }

    /// Results tell the points of each area, so each is a total of its own: what one withheld competence leaves in it, is told.
    @Test
    void withholdsWhatTheTotalOfAnAreaWouldLeaveAlone() {
        var tasks = Map.of("M1", 1L, "M2", 2L, "S1", 1L, "S2", 3L, "T1", 2L);

        assertThat(Discretion.withheld(tasks, code -> code.substring(0, 1))).containsExactly("M1", "M2", "S1", "S2");
        assertThat(Discretion.withheld(tasks, code -> "ONE")).containsExactly("M1", "S1");
    }
}
