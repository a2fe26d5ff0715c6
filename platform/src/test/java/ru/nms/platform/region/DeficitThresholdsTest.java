package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeficitThresholdsTest {

    private final DeficitThresholds thresholds = RegionProfiles.load("tyumen").diagnostics().thresholds();

    @ParameterizedTest
    @CsvSource({"0, 30, HIGH", "39.9999, 100, HIGH", "40, 100, MEDIUM", "59.9, 100, MEDIUM", "18, 30, LOW", "23.99, 30, LOW"})
    void takesTheLowestBandThatTheShareIsBelow(BigDecimal points, BigDecimal maximum, String level) {
        assertThat(thresholds.deficit(points, maximum)).map(DeficitThresholds.Band::level).contains(level);
    }

    @Test
    void findsNoDeficitFromTheLastThresholdOn() {
        assertThat(thresholds.deficit(new BigDecimal("24"), new BigDecimal("30"))).isEmpty();
        assertThat(thresholds.deficit(new BigDecimal("30"), new BigDecimal("30"))).isEmpty();
    }

    @Test
    void refusesAMaximumOfZero() {
        assertThatThrownBy(() -> thresholds.deficit(BigDecimal.ONE, BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areMarkedAsProductDefaultUntilTheRegionHasItsOwn(@TempDir Path directory) {
        var own = ProfileCopy.of("tyumen", directory)
                .with("thresholds: null", "thresholds: {bands: [{level: HIGH, below: 50}], source: \"MR-2023:502\"}")
                .loaded().diagnostics().thresholds();

        assertThat(thresholds.origin()).isEqualTo(Origin.PRODUCT_DEFAULT);
        assertThat(own.origin()).isEqualTo(Origin.REGION);
        assertThat(own.deficit(new BigDecimal("45"), new BigDecimal("100"))).map(DeficitThresholds.Band::level).contains("HIGH");
        assertThat(own.deficit(new BigDecimal("55"), new BigDecimal("100"))).isEmpty();
    }
}
