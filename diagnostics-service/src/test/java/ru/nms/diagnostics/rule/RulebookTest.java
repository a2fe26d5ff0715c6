package ru.nms.diagnostics.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.rule.Regions.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.region.Origin;
import ru.nms.platform.testkit.Clause;

class RulebookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    @ParameterizedTest
    @CsvSource({
        "0, 1000, HIGH, 40", "399, 1000, HIGH, 40", "39999, 100000, HIGH, 40", "400, 1000, MEDIUM, 60",
        "599, 1000, MEDIUM, 60", "600, 1000, LOW, 80", "799, 1000, LOW, 80", "2, 3, LOW, 80",
        "800, 1000, , 80", "4, 5, , 80", "1000, 1000, , 80"})
    @Clause("DIA-005")
    void judgesExactlyAtTheBoundaries(BigDecimal points, BigDecimal maximum, String level, BigDecimal limit) {
        var verdict = rules("tyumen").scale("SUBJECT", DAY).judge(points, maximum);

        assertThat(verdict.level()).isEqualTo(level);
        assertThat(verdict.step().below()).isEqualByComparingTo(limit);
    }

    @Test
    void marksThresholdsThatNoSourceGivesAsTheProductsOwn() {
        var verdict = rules("tyumen").scale("SUBJECT", DAY).judge(BigDecimal.ONE, BigDecimal.TEN);

        assertThat(verdict.step().origin()).isEqualTo(Origin.PRODUCT_DEFAULT);
        assertThat(verdict.step().source()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"399, 1000, 39.9", "1, 3, 33.3", "2, 3, 66.7", "1, 8, 12.5", "3995, 10000, 40.0", "0, 7, 0.0"})
    void showsSharesWithOneDigitHalfUp(BigDecimal points, BigDecimal maximum, BigDecimal shown) {
        assertThat(Percent.shown(points, maximum)).isEqualTo(shown);
    }

    @Test
    @Clause("DIA-003")
    void keepsTheAreasOfAnEarlierEdition() {
        assertThat(rules("perm").areas(LocalDate.of(2023, 4, 9)).codes())
                .containsExactly("METHODICAL", "SUBJECT_METASUBJECT", "PSYCHO_PEDAGOGICAL", "COMMUNICATIVE");
        assertThat(rules("perm").areas(LocalDate.of(2023, 4, 10)).codes())
                .containsExactly("SUBJECT", "METHODICAL", "PSYCHO_PEDAGOGICAL", "COMMUNICATIVE", "IT");
    }

    @Test
    @Clause("DIA-002")
    void countsTheOnlineToolsThatTheRegionNamesAmongProviders() {
        assertThat(rules("tyumen").providers(DAY).codes()).contains("CNPPM", "ASSESSMENT_CENTRE", "FEDERAL_COORDINATOR", "«Интенсив»", "«Я-Учитель»");
        assertThat(rules("arkhangelsk").providers(DAY).codes()).containsExactly("CNPPM", "FEDERAL_ASSESSOR");
        assertThat(rules("perm").providers(DAY).source()).doesNotContain("MR-2023");
    }

    @Test
    void borrowsNoAreasForARegionWhoseSourcesNameNone() {
        assertThat(rules("kuzbass").areas(DAY).adopted()).isFalse();
        assertThat(rules("kuzbass").measurable("CNPPM_DIAGNOSTICS", DAY).adopted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"699, false", "700, true"})
    @Clause("DIA-014")
    void passesFunctionalLiteracyFromSeventyPercent(BigDecimal points, boolean passed) {
        var rules = rules("kuzbass");
        var thousand = BigDecimal.valueOf(1000);

        assertThat(rules.passed("FUNCTIONAL_LITERACY", DAY, points, thousand)).isEqualTo(passed);
        assertThat(rules.scale("FUNCTIONAL_LITERACY", DAY).judge(points, thousand).weak()).isEqualTo(!passed);
    }

    @Test
    @Clause("DIA-014")
    void letsThePassMarkOfTheRegionOverruleADefaultThreshold() {
        var verdict = rules("kuzbass").scale("FUNCTIONAL_LITERACY", DAY).judge(BigDecimal.valueOf(69), BigDecimal.valueOf(100));

        assertThat(verdict.step()).isEqualTo(
                new Scale.Step("LOW", BigDecimal.valueOf(70), Origin.REGION, "INDICATORS:225"));
        assertThat(rules("kuzbass").measurable("FUNCTIONAL_LITERACY", DAY).codes()).containsExactly("FUNCTIONAL_LITERACY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arkhangelsk", "perm", "sevastopol", "tyumen"})
    void knowsNoPassMarkElsewhere(String region) {
        assertThat(rules(region).passed("FUNCTIONAL_LITERACY", DAY, BigDecimal.ONE, BigDecimal.ONE)).isNull();
    }

    @Test
    void beginsTheDayWithTheRegion() {
        assertThat(Regions.rules("kuzbass", "2026-10-11T17:00:00Z").today()).isEqualTo(DAY);
    }
}
