package ru.nms.diagnostics.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.analytics.ItemAnalysis.Figures;
import ru.nms.diagnostics.analytics.ItemAnalysis.Sums;
import ru.nms.diagnostics.analytics.ItemAnalysis.Totals;

/// Against the figures that the R package `ltm` publishes for section 6 of the Law School Admission Test (`descript(LSAT)`;
/// data: Bock and Lieberman, Psychometrika 35, 1970): 1 000 people, five tasks.
class ItemAnalysisTest {

    /// How many answered so, for 00000, 00001, 00010 … 11111.
    private static final int[] LSAT = {3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61,
        28, 298};
    private static final Offset<Double> DIGITS = within(0.0002);

    @Test
    void computesThePublishedFiguresOfTheLawSchoolAdmissionTest() {
        var result = new ItemAnalysis(sums(), totals()).compute();

        assertThat(result.people()).isEqualTo(1000);
        assertThat(result.tasks()).extracting(Figures::difficulty).containsExactly(0.924, 0.709, 0.553, 0.763, 0.870);
        assertThat(result.alpha()).isCloseTo(0.2950, DIGITS);
        double[] discrimination = {0.1128, 0.1532, 0.1728, 0.1444, 0.1216};
        double[] alphaWithout = {0.2754, 0.2376, 0.2168, 0.2459, 0.2663};
        for (int n = 0; n < 5; n++) {
            assertThat(result.tasks().get(n).discrimination()).isCloseTo(discrimination[n], DIGITS);
            assertThat(result.tasks().get(n).alphaWithout()).isCloseTo(alphaWithout[n], DIGITS);
        }
    }

    @Test
    void saysNothingWhereNothingDiffers() {
        var task = new Sums(UUID.randomUUID(), 2, 4, 8, 16, 16);
        var result = new ItemAnalysis(List.of(task), new Totals(4, 8, 16)).compute();

        assertThat(result.alpha()).isNull();
        assertThat(result.tasks().getFirst().difficulty()).isEqualTo(1);
        assertThat(result.tasks().getFirst().discrimination()).isNull();
        assertThat(new ItemAnalysis(List.of(), new Totals(0, 0, 0)).compute().alpha()).isNull();
    }

    /// Of three people all solve two tasks, and one the third: without that one nothing differs, but for what rounding leaves.
    @Test
    void saysNothingOfATaskWithoutWhichNothingDiffers() {
        var easy = new Sums(UUID.randomUUID(), 1, 3, 3, 3, 7);
        var hard = new Sums(UUID.randomUUID(), 1, 3, 1, 1, 3);
        var result = new ItemAnalysis(List.of(easy, easy, hard), new Totals(3, 7, 17)).compute();

        assertThat(result.tasks().getLast().discrimination()).isNull();
        assertThat(result.tasks().getLast().alphaWithout()).isNull();
    }

    private static List<Sums> sums() {
        var all = new ArrayList<Sums>();
        for (int task = 0; task < 5; task++) {
            double sum = 0;
            double products = 0;
            for (int pattern = 0; pattern < LSAT.length; pattern++) {
                if ((pattern >> (4 - task) & 1) == 1) {
                    sum += LSAT[pattern];
                    products += LSAT[pattern] * (double) Integer.bitCount(pattern);
                }
            }
            all.add(new Sums(new UUID(0, task), 1, 1000, sum, sum, products));
        }
        return all;
    }

    private static Totals totals() {
        long people = 0;
        double sum = 0;
        double squares = 0;
        for (int pattern = 0; pattern < LSAT.length; pattern++) {
            int total = Integer.bitCount(pattern);
            people += LSAT[pattern];
            sum += LSAT[pattern] * (double) total;
            squares += LSAT[pattern] * (double) total * total;
        }
        return new Totals(people, sum, squares);
    }
}
