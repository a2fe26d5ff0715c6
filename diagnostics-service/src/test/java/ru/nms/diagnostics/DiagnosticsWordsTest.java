package ru.nms.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ProblemCodes;

class DiagnosticsWordsTest {

    @Test
    void everyCodeHasWordsInBothLanguagesAndALineInTheDocs() {
        assertThat(ProblemCodes.missing("ru/nms/platform/problem/problems", "problems/diagnostics")).isEmpty();
    }
}
