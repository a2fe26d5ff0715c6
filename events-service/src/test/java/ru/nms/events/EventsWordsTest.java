package ru.nms.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ProblemCodes;

class EventsWordsTest {

    @Test
    void hasWordsForEveryProblemInBothLanguages() {
        assertThat(ProblemCodes.missing("ru/nms/platform/problem/problems", "problems/events")).isEmpty();
    }
}
