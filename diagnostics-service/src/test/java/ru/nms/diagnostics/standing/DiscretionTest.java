package ru.nms.diagnostics.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class DiscretionTest {

    @Test
    void withholdsSingleTasksAndWhatWouldLeaveOneAlone() {
        assertThat(Discretion.withheld(Map.of("A", 2L, "B", 3L))).isEmpty();
        assertThat(Discretion.withheld(Map.of("A", 1L, "B", 3L, "C", 2L))).containsExactly("A", "C");
        assertThat(Discretion.withheld(Map.of("A", 1L, "B", 1L, "C", 2L))).containsExactly("A", "B");
        assertThat(Discretion.withheld(Map.of("A", 1L))).containsExactly("A");
    }
}
