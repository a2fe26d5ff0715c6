package ru.nms.diagnostics.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.scoring.WeightedKappa.Pair;

class JudgingTest {

    /// The two examples of `EssayTools:-QuadraticWeightedKappa` in the reference of Maple: 0.758620689655172 and
    /// 0.438095238095238.
    @Test
    void agreesWithThePublishedExamplesOfQuadraticKappa() {
        int[] human = {9, 7, 8, 7, 6, 8, 3, 5, 10};

        assertThat(kappa(human, 8, 8, 6, 6, 7, 6, 1, 4, 8)).isEqualByComparingTo("0.758621");
        assertThat(kappa(human, 3, 5, 6, 6, 7, 6, 1, 4, 8)).isEqualByComparingTo("0.438095");
    }

    /// Table 1 of Cohen (1968), 200 cases in three categories, here in the order of the table and with quadratic weights:
    /// observed 0.60, expected by chance 1.10, so 1 − 6/11.
    @Test
    void agreesWithATableOfCounts() {
        int[][] counts = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
        var pairs = new ArrayList<Pair>();
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 3; second++) {
                for (int i = 0; i < counts[first][second]; i++) {
                    pairs.add(new Pair(BigDecimal.valueOf(first), BigDecimal.valueOf(second)));
                }
            }
        }

        assertThat(pairs).hasSize(200);
        assertThat(WeightedKappa.of(pairs)).isEqualByComparingTo("0.454545");
    }

    @Test
    void isOneWhereAllAgreeNegativeWhereTheyContradictAndAbsentWhereNothingCanBeSaid() {
        assertThat(kappa(new int[] {1, 2, 3}, 1, 2, 3)).isEqualByComparingTo("1");
        assertThat(kappa(new int[] {1, 2, 3}, 3, 2, 1)).isEqualByComparingTo("-1");
        assertThat(kappa(new int[] {2, 2}, 2, 2)).isNull();
        assertThat(WeightedKappa.of(List.of())).isNull();
    }

    private static BigDecimal kappa(int[] first, int... second) {
        return WeightedKappa.of(IntStream.range(0, first.length)
                .mapToObj(i -> new Pair(BigDecimal.valueOf(first[i]), BigDecimal.valueOf(second[i]))).toList());
    }

    @Test
    void takesTheMeanOfTwoWhoDifferByWhatIsAllowed() {
        assertThat(Verdict.of(points("4"), points("6"), null, points("2"))).isEqualTo(new Verdict.Settled(points("5.000")));
        assertThat(Verdict.of(points("6"), points("4"), null, points("2"))).isEqualTo(new Verdict.Settled(points("5.000")));
        assertThat(Verdict.of(points("1.333"), points("1"), null, points("1")))
                .isEqualTo(new Verdict.Settled(points("1.167")));
    }

    @Test
    void asksAThirdWhereTwoDifferByMore() {
        assertThat(Verdict.of(points("4"), points("6.001"), null, points("2"))).isEqualTo(new Verdict.NeedsThird());
    }

    @Test
    void letsTheThirdDecide() {
        assertThat(Verdict.of(points("0"), points("6"), points("5"), points("2")))
                .isEqualTo(new Verdict.Settled(points("5")));
    }

    private static BigDecimal points(String points) {
        return new BigDecimal(points);
    }
}
