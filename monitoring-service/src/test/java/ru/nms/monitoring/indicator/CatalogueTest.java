package ru.nms.monitoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class CatalogueTest {

    @Test
    @Clause("PRF-12")
    void listsTheIndicatorsOfTheSetInForceOnTheDay() {
        assertThat(codes("perm", "2022-06-09")).isEmpty();
        assertThat(codes("perm", "2022-06-10")).containsExactly("P22-1", "P22-2");
        assertThat(codes("perm", "2023-04-09")).containsExactly("P22-1", "P22-2");
        assertThat(codes("perm", "2023-04-10")).isEmpty();
    }

    @Test
    void givesEachRegionItsOwnCodesOfTheSameThing() {
        assertThat(codes("tyumen", "2024-03-01")).containsExactly("T-1.1.2", "T-1.1.3", "T-3.3");
        assertThat(codes("sevastopol", "2024-03-01")).containsExactly("SEV-1");
        assertThat(codes("arkhangelsk", "2024-03-01")).isEmpty();
    }

    @Test
    @Clause("PRF-15")
    void countsByTheReportingPeriodOfTheRegion() {
        assertThat(catalogue("tyumen").period(LocalDate.of(2024, 9, 1)).year()).isEqualTo(2025);
        assertThat(catalogue("sevastopol").period(LocalDate.of(2024, 9, 1)).year()).isEqualTo(2024);
        assertThat(catalogue("perm").periods(LocalDate.of(2026, 1, 1))).extracting("year").containsExactly(2022, 2023);
        assertThat(catalogue("arkhangelsk").periods(LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void countsManagersWhereTheRegionDoes() {
        assertThat(catalogue("perm").on(LocalDate.of(2022, 9, 1))).allMatch(Listed::countsManagers);
        assertThat(catalogue("tyumen").on(LocalDate.of(2022, 9, 1))).noneMatch(Listed::countsManagers);
    }

    @Test
    @Clause({"MON-006", "PRF-14"})
    void comparesTheExactShareWithTheTargetOfTheYear() {
        var listed = catalogue("sevastopol").on(LocalDate.of(2024, 3, 1)).getFirst();

        assertThat(view(listed, 2024, 29_999, 100_000)).satisfies(view -> {
            assertThat(view.target()).isEqualByComparingTo("30");
            assertThat(view.value()).isEqualTo(new BigDecimal("30.0"));
            assertThat(view.met()).isFalse();
        });
        assertThat(view(listed, 2024, 30, 100).met()).isTrue();
        assertThat(view(listed, 2023, 29_999, 100_000).met()).isTrue();
        assertThat(view(listed, 2025, 30, 100)).satisfies(view -> {
            assertThat(view.target()).isNull();
            assertThat(view.met()).isNull();
            assertThat(view.value()).isEqualTo(new BigDecimal("30.0"));
        });
    }

    @Test
    @Clause("MON-005")
    void showsAnImpossibleShareAsAnErrorWithoutAValue() {
        var listed = catalogue("sevastopol").on(LocalDate.of(2024, 3, 1)).getFirst();

        assertThat(view(listed, 2024, 101, 100)).satisfies(view -> {
            assertThat(view.error()).isEqualTo(Share.Error.SHARE_OVER_100);
            assertThat(view.value()).isNull();
            assertThat(view.met()).isNull();
        });
    }

    private static IndicatorView view(Listed listed, int year, long numerator, long denominator) {
        var day = LocalDate.of(year, 12, 31);
        return IndicatorView.of(listed, year, new Value(new UUID(0, 1), 1, "SEV-1", "iom_coverage", "region",
                day, day, day, numerator, denominator), null);
    }

    private static List<String> codes(String region, String day) {
        return catalogue(region).on(LocalDate.parse(day)).stream().map(listed -> listed.indicator().code()).toList();
    }

    private static Catalogue catalogue(String region) {
        return new Catalogue(RegionProfiles.load(region));
    }
}
