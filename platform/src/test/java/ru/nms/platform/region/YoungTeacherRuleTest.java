package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;

@Clause({"PRF-10", "REG-006"})
class YoungTeacherRuleTest {

    private static final YoungTeacherRule INCLUSIVE = new YoungTeacherRule(35, true, 3, null);
    private static final YoungTeacherRule EXCLUSIVE = new YoungTeacherRule(35, false, 3, null);

    /// Born, first post, first day that does not count with 35 included and without.
    @ParameterizedTest
    @CsvSource({
        "1999-05-10, 2022-09-01, 2025-09-01, 2025-09-01",
        "1988-05-10, 2022-09-01, 2024-05-10, 2023-05-10",
        "1986-05-10, 2022-09-01, 2022-09-01, 2022-09-01",
        "1987-09-01, 2022-09-01, 2023-09-01, 2022-09-01",
        "1988-02-29, 2022-09-01, 2024-02-29, 2023-03-01",
        "1988-02-29, 2021-09-01, 2024-02-29, 2023-03-01",
        "1999-05-10, 2024-02-29, 2027-03-01, 2027-03-01",
        "1999-05-10, 2024-02-28, 2027-02-28, 2027-02-28"})
    void endsAtTheBirthdayOrTheAnniversaryWhicheverComesFirst(LocalDate born, LocalDate post, LocalDate inclusive, LocalDate exclusive) {
        assertThat(INCLUSIVE.interval(born, post)).isEqualTo(new YoungTeacherRule.Interval(post, inclusive));
        assertThat(EXCLUSIVE.interval(born, post)).isEqualTo(new YoungTeacherRule.Interval(post, exclusive));
    }

    @Test
    void countsTheDayBeforeTheThirdAnniversaryButNotTheAnniversary() {
        var young = INCLUSIVE.interval(LocalDate.of(1999, 5, 10), LocalDate.of(2022, 9, 1));

        assertThat(young.contains(LocalDate.of(2022, 8, 31))).isFalse();
        assertThat(young.contains(LocalDate.of(2022, 9, 1))).isTrue();
        assertThat(young.contains(LocalDate.of(2025, 8, 31))).isTrue();
        assertThat(young.contains(LocalDate.of(2025, 9, 1))).isFalse();
    }

    @Test
    void neverHoldsForWhoStartedTooOld() {
        assertThat(INCLUSIVE.interval(LocalDate.of(1970, 1, 1), LocalDate.of(2022, 9, 1)).neverHolds()).isTrue();
    }
}
