package ru.nms.diagnostics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// All figures computed by hand.
class ScoringTest {

    private static BigDecimal points(TaskForm task, Key key, Answer answer) {
        assertThat(task.faults("")).isEmpty();
        assertThat(key.faults(task, "")).isEmpty();
        assertThat(answer.faults(task, "")).isEmpty();
        return Scoring.points(task, key, answer);
    }

    private static String[] split(String codes) {
        return codes.isEmpty() ? new String[0] : codes.split(" ");
    }

    @ParameterizedTest
    @CsvSource({"B, 2", "A, 0", "'', 0"})
    void givesAllOrNothingForASingleChoice(String chosen, String points) {
        var task = TaskForm.of(TaskKind.SINGLE_CHOICE, 2, "A", "B", "C");

        assertThat(points(task, Key.chosen("B"), Answer.chosen(split(chosen)))).isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"A B C, 2", "C A B, 2", "A B, 1.333", "A, 0.667", "A D, 0.667", "A D E, 0.667", "D E, 0", "A B C D, 0", "'', 0"})
    void givesTheShareOfRightOptionsAndNothingForTooMany(String chosen, String points) {
        var task = TaskForm.of(TaskKind.MULTIPLE_CHOICE, 2, "A", "B", "C", "D", "E");

        assertThat(points(task, Key.chosen("A", "B", "C"), Answer.chosen(split(chosen)))).isEqualByComparingTo(points);
    }

    /// Four things make six pairs; tau is (agreeing − disagreeing) / 6.
    @ParameterizedTest
    @CsvSource({"A B C D, 3", "B A C D, 2", "B A D C, 1", "D A B C, 0", "D C B A, 0", "'', 0"})
    void givesKendallsTauForAnOrderWhereItIsPositive(String order, String points) {
        var task = TaskForm.of(TaskKind.ORDERING, 3, "C", "A", "D", "B");

        assertThat(points(task, Key.order("A", "B", "C", "D"), Answer.order(split(order)))).isEqualByComparingTo(points);
    }

    /// Abdi (2007), The Kendall Rank Correlation Coefficient: the orders a c b d and a c d b have tau 0.67.
    @Test
    void agreesWithAPublishedExampleOfTau() {
        var task = TaskForm.of(TaskKind.ORDERING, 1, "a", "b", "c", "d");

        assertThat(points(task, Key.order("a", "c", "b", "d"), Answer.order("a", "c", "d", "b"))).isEqualByComparingTo("0.667");
    }

    @Test
    void givesTheShareOfRightPairs() {
        var task = TaskForm.of(TaskKind.MATCHING, 4, "A", "B", "C").with(List.of("1", "2", "3", "4"));
        var key = Key.pairs(Map.of("A", "1", "B", "2", "C", "2"));

        assertThat(points(task, key, Answer.pairs(Map.of("A", "1", "B", "2", "C", "2")))).isEqualByComparingTo("4");
        assertThat(points(task, key, Answer.pairs(Map.of("A", "1", "B", "4", "C", "2")))).isEqualByComparingTo("2.667");
        assertThat(points(task, key, Answer.pairs(Map.of("B", "2")))).isEqualByComparingTo("1.333");
        assertThat(points(task, key, Answer.pairs(Map.of()))).isZero();
        assertThat(points(task, key, Answer.none())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3.14, 5", "3.13, 5", "3.15, 5", "3.150, 5", "3.1501, 0", "3.1299, 0", "-3.14, 0"})
    void acceptsNumbersWithinTheToleranceAndAtItsEnds(String number, String points) {
        assertThat(points(TaskForm.of(TaskKind.NUMBER, 5), Key.number("3.14", "0.01"), Answer.number(number)))
                .isEqualByComparingTo(points);
    }

    @Test
    void acceptsTheSameNumberAloneWithoutATolerance() {
        var task = TaskForm.of(TaskKind.NUMBER, 5);

        assertThat(points(task, Key.number("40", null), Answer.number("40.0"))).isEqualByComparingTo("5");
        assertThat(points(task, Key.number("40", null), Answer.number("40.000000001"))).isZero();
        assertThat(points(task, Key.number("0", null), Answer.none())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"рефлексия, 1", "' РЕФЛЕКСИЯ ', 1", "учёт  успехов, 1", "учет успехов, 1", "учетуспехов, 0", "рефлексии, 0", "'', 0"})
    void comparesTextsWithoutCaseAndSurplusBlanks(String text, String points) {
        var key = Key.accepted("Рефлексия", "Учёт успехов");

        assertThat(points(TaskForm.of(TaskKind.SHORT_TEXT, 1), key, Answer.text(text))).isEqualByComparingTo(points);
    }

    /// (2·3/4 + 1·1/2) / 3 of 6 points.
    @Test
    void givesTheWeightedMeanOfMarksForAnOpenAnswer() {
        var task = TaskForm.of(TaskKind.OPEN, 6).judgedBy(new Criterion("DEPTH", "Глубина", 2, 4),
                new Criterion("STYLE", "Стиль", 1, 2));
        var marks = new Marks(Map.of("DEPTH", 3, "STYLE", 1));

        assertThat(task.faults("")).isEmpty();
        assertThat(marks.faults(task, "")).isEmpty();
        assertThat(Scoring.points(task, marks)).isEqualByComparingTo("4");
        assertThat(Scoring.points(task, new Marks(Map.of("DEPTH", 4, "STYLE", 2)))).isEqualByComparingTo("6");
        assertThat(Scoring.points(task, new Marks(Map.of("DEPTH", 0, "STYLE", 0)))).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = TaskKind.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void givesNothingForNoAnswer(TaskKind kind) {
        assertThat(Scoring.points(TaskForm.of(kind, 1), Key.none(), null)).isZero();
    }

    @Test
    void leavesOpenAnswersToPeople() {
        assertThatThrownBy(() -> Scoring.points(TaskForm.of(TaskKind.OPEN, 1), Key.none(), Answer.text("…")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
