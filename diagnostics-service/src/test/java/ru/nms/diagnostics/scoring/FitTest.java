package ru.nms.diagnostics.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.platform.problem.Fault;

/// Whether tasks, keys, answers and marks fit each other.
class FitTest {

    private static final TaskForm SINGLE = TaskForm.of(TaskKind.SINGLE_CHOICE, 1, "A", "B");
    private static final TaskForm MULTIPLE = TaskForm.of(TaskKind.MULTIPLE_CHOICE, 1, "A", "B", "C");
    private static final TaskForm ORDERING = TaskForm.of(TaskKind.ORDERING, 1, "A", "B", "C");
    private static final TaskForm MATCHING = TaskForm.of(TaskKind.MATCHING, 1, "A", "B").with(List.of("1", "2", "3"));
    private static final TaskForm NUMBER = TaskForm.of(TaskKind.NUMBER, 1);
    private static final TaskForm TEXT = TaskForm.of(TaskKind.SHORT_TEXT, 1);
    private static final TaskForm OPEN = TaskForm.of(TaskKind.OPEN, 1).judgedBy(new Criterion("C", "Ясность", 1, 3));

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(SINGLE, Key.chosen("A"), ""),
                Arguments.of(SINGLE, Key.chosen("A", "B"), "/chosen size"),
                Arguments.of(SINGLE, Key.chosen(new String[0]), "/chosen size"),
                Arguments.of(SINGLE, Key.none(), "/chosen required"),
                Arguments.of(SINGLE, Key.chosen("Z"), "/chosen/0 unknown-option"),
                Arguments.of(SINGLE, Key.order("A", "B"), "/order not-allowed, /chosen required"),
                Arguments.of(MULTIPLE, Key.chosen("A", "B", "C"), ""),
                Arguments.of(MULTIPLE, Key.chosen("A", "A"), "/chosen/1 repeated-option"),
                Arguments.of(ORDERING, Key.order("C", "A", "B"), ""),
                Arguments.of(ORDERING, Key.order("C", "A"), "/order every-option"),
                Arguments.of(ORDERING, Key.order("C", "A", "A"), "/order/2 repeated-option, /order every-option"),
                Arguments.of(ORDERING, Key.none(), "/order required"),
                Arguments.of(MATCHING, Key.pairs(Map.of("A", "3", "B", "3")), ""),
                Arguments.of(MATCHING, Key.pairs(Map.of("A", "3")), "/pairs every-option"),
                Arguments.of(MATCHING, Key.pairs(Map.of("A", "3", "B", "9")), "/pairs unknown-option"),
                Arguments.of(MATCHING, Key.none(), "/pairs required"),
                Arguments.of(NUMBER, Key.number("1", "0"), ""),
                Arguments.of(NUMBER, Key.number("1", "-0.1"), "/tolerance not-negative"),
                Arguments.of(NUMBER, Key.number("1e400", null), "/number digits"),
                Arguments.of(NUMBER, Key.none(), "/number required"),
                Arguments.of(TEXT, Key.accepted("да"), ""),
                Arguments.of(TEXT, Key.accepted(new String[0]), "/accepted size"),
                Arguments.of(TEXT, Key.accepted(" "), "/accepted/0 required"),
                Arguments.of(TEXT, Key.none(), "/accepted required"),
                Arguments.of(OPEN, Key.none(), ""),
                Arguments.of(OPEN, Key.accepted("да"), "/accepted not-allowed"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void saysWhetherAKeyFitsItsTask(TaskForm task, Key key, String faults) {
        assertThat(told(key.faults(task, ""))).isEqualTo(faults);
    }

    static Stream<Arguments> answers() {
        var unpaired = new HashMap<String, String>();
        unpaired.put("A", null);
        return Stream.of(
                Arguments.of(SINGLE, Answer.none(), ""),
                Arguments.of(SINGLE, Answer.chosen("B"), ""),
                Arguments.of(SINGLE, Answer.chosen("A", "B"), "/chosen size"),
                Arguments.of(SINGLE, Answer.chosen("Z"), "/chosen/0 unknown-option"),
                Arguments.of(SINGLE, new Answer(Arrays.asList((String) null), null, null, null, null),
                        "/chosen/0 unknown-option, /chosen/0 required"),
                Arguments.of(SINGLE, Answer.text("A"), "/text not-allowed"),
                Arguments.of(MULTIPLE, Answer.chosen("C", "A"), ""),
                Arguments.of(MULTIPLE, Answer.chosen("C", "C"), "/chosen/1 repeated-option"),
                Arguments.of(ORDERING, Answer.order("C", "B", "A"), ""),
                Arguments.of(ORDERING, Answer.order(new String[0]), ""),
                Arguments.of(ORDERING, Answer.order("C", "B"), "/order every-option"),
                Arguments.of(MATCHING, Answer.pairs(Map.of("B", "1")), ""),
                Arguments.of(MATCHING, Answer.pairs(Map.of("Z", "1")), "/pairs unknown-option"),
                Arguments.of(MATCHING, Answer.pairs(unpaired), "/pairs unknown-option"),
                Arguments.of(NUMBER, Answer.number("-1.5"), ""),
                Arguments.of(NUMBER, Answer.number("1e1000000"), "/number digits"),
                Arguments.of(NUMBER, Answer.chosen("A"), "/chosen not-allowed"),
                Arguments.of(TEXT, Answer.text("ответ"), ""),
                Arguments.of(TEXT, Answer.text("а".repeat(200)), ""),
                Arguments.of(TEXT, Answer.text("а".repeat(201)), "/text size"),
                Arguments.of(OPEN, Answer.text("а".repeat(20_000)), ""),
                Arguments.of(OPEN, Answer.text("а".repeat(20_001)), "/text size"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void saysWhetherAnAnswerFitsItsTask(TaskForm task, Answer answer, String faults) {
        assertThat(told(answer.faults(task, ""))).isEqualTo(faults);
    }

    static Stream<Arguments> tasks() {
        return Stream.of(
                Arguments.of(TaskForm.of(TaskKind.SINGLE_CHOICE, 1, "A"), "/options size"),
                Arguments.of(TaskForm.of(TaskKind.SINGLE_CHOICE, 0, "A", "B"), "/points positive"),
                Arguments.of(TaskForm.of(TaskKind.MULTIPLE_CHOICE, 1, "A", "A"), "/options/1 repeated-option"),
                Arguments.of(TaskForm.of(TaskKind.ORDERING, 1, "A", " "), "/options/1 required"),
                Arguments.of(TaskForm.of(TaskKind.MATCHING, 1, "A").with(List.of("1")), "/targets size"),
                Arguments.of(NUMBER.with(List.of("1")), "/targets not-allowed"),
                Arguments.of(TaskForm.of(TaskKind.SHORT_TEXT, 1, "A", "B"), "/options not-allowed"),
                Arguments.of(TaskForm.of(TaskKind.OPEN, 1), "/criteria required"),
                Arguments.of(OPEN.judgedBy(new Criterion("C", "1", 1, 1), new Criterion("C", "2", 1, 1)),
                        "/criteria/1/code repeated-option"),
                Arguments.of(NUMBER.judgedBy(new Criterion("C", "1", 1, 1)), "/criteria not-allowed"),
                Arguments.of(OPEN, ""), Arguments.of(MATCHING, ""), Arguments.of(NUMBER, ""));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void saysWhetherATaskHasWhatItsKindNeeds(TaskForm task, String faults) {
        assertThat(told(task.faults(""))).isEqualTo(faults);
    }

    @Test
    void asksForAPossibleMarkForEachCriterionAlone() {
        assertThat(told(new Marks(Map.of("C", 3)).faults(OPEN, ""))).isEmpty();
        assertThat(told(new Marks(Map.of("C", 0)).faults(OPEN, ""))).isEmpty();
        assertThat(told(new Marks(Map.of("C", 4)).faults(OPEN, ""))).isEqualTo("/C out-of-range");
        assertThat(told(new Marks(Map.of("C", -1)).faults(OPEN, ""))).isEqualTo("/C out-of-range");
        assertThat(told(new Marks(Map.of("D", 1)).faults(OPEN, ""))).isEqualTo("/C required,  unknown-option");
    }

    private static String told(List<Fault> faults) {
        return String.join(", ", faults.stream().map(fault -> fault.pointer() + " " + fault.code()).toList());
    }
}
