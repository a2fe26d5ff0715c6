package ru.nms.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ProblemCodes;

class MonitoringWordsTest {

    @Test
    void hasWordsForEveryProblemInBothLanguages() {
        assertThat(ProblemCodes.missing("ru/nms/platform/problem/problems", "problems/monitoring")).isEmpty();
    }
}
