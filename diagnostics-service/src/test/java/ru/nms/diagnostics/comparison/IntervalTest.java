package ru.nms.diagnostics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /// Newcombe 1998, table II, method 10: differences of the first from the second.
    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "6, 7, 2, 7, 0.0582, 0.8062",
            "5, 56, 0, 29, -0.0381, 0.1926", "0, 10, 0, 20, -0.1611, 0.2775", "10, 10, 0, 20, 0.6791, 1.0000"})
    void agreesWithNewcombeOnShares(double after, double ofAfter, double before, double ofBefore, double low, double high) {
        var interval = Interval.ofShares(before / ofBefore, ofBefore, after / ofAfter, ofAfter);

        assertThat(interval.difference()).isCloseTo(100 * (after / ofAfter - before / ofBefore), within(1e-9));
        assertThat(interval.low()).isCloseTo(100 * low, within(0.006));
        assertThat(interval.high()).isCloseTo(100 * high, within(0.006));
    }

    /// Cushny and Peebles' hours of sleep gained, with which Student showed his method in 1908: the mean difference of ten
    /// patients is 1.58, its interval 0.7001 to 2.4599 (as R prints it for its data set `sleep`).
    @Test
    void agreesWithStudentOnPairs() {
        var interval = Interval.ofPairs(List.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4));

        assertThat(interval.difference()).isCloseTo(1.58, within(1e-9));
        assertThat(interval.low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(interval.high()).isCloseTo(2.4598858, within(1e-6));
    }

    @Test
    void hasNoWidthWhereEverybodyGainedAlike() {
        assertThat(Interval.ofPairs(List.of(5.0, 5.0, 5.0, 5.0, 5.0))).isEqualTo(new Interval(5, 5, 5));
    }

    /// Two-sided 5 % points as tables print them.
    @ParameterizedTest
    @CsvSource({"1, 12.7062", "2, 4.3027", "3, 3.1824", "4, 2.7764", "5, 2.5706", "9, 2.2622", "10, 2.2281", "30, 2.0423", "120, 1.9799"})
    void knowsStudentsDistribution(int freedom, double expected) {
        assertThat(StudentT.quantile(0.975, freedom)).isCloseTo(expected, within(0.00006));
    }
}
