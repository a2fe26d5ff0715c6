package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;

@Clause("PRF-15")
class ReportingPeriodTest {

    @Test
    void isTheAcademicYearInTyumen() {
        var period = RegionProfiles.load("tyumen").monitoring().period();
        var year2023 = new ReportingPeriod.Span(2023, LocalDate.of(2022, 9, 1), LocalDate.of(2023, 9, 1));

        assertThat(period.origin()).isEqualTo(Origin.REGION);
        assertThat(period.containing(LocalDate.of(2022, 9, 1))).isEqualTo(year2023);
        assertThat(period.containing(LocalDate.of(2023, 8, 31))).isEqualTo(year2023);
        assertThat(period.containing(LocalDate.of(2023, 9, 1)).year()).isEqualTo(2024);
    }

    @Test
    void isTheCalendarYearInSevastopolAndByProductDefaultWhereTheSourceIsSilent() {
        var day = LocalDate.of(2023, 12, 31);
        var year2023 = new ReportingPeriod.Span(2023, LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1));

        assertThat(RegionProfiles.load("sevastopol").monitoring().period().origin()).isEqualTo(Origin.REGION);
        assertThat(RegionProfiles.load("sevastopol").monitoring().period().containing(day)).isEqualTo(year2023);
        assertThat(RegionProfiles.load("kuzbass").monitoring().period().origin()).isEqualTo(Origin.PRODUCT_DEFAULT);
        assertThat(RegionProfiles.load("kuzbass").monitoring().period().containing(day)).isEqualTo(year2023);
    }
}
