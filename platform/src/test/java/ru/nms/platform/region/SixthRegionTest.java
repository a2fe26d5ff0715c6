package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.InventedRegion;

/// A region that exists in a file only.
@Clause("PRF-01")
class SixthRegionTest {

    private final RegionProfile islands = RegionProfiles.load(InventedRegion.file());

    @Test
    void bringsItsOwnLevelsKindsAndRules() {
        assertThat(islands.level("ISLAND")).isPresent();
        assertThat(islands.kind("LYCEUM", "LYCEUM_LEVEL")).isPresent();
        assertThat(islands.label("BOAT_TEAM")).isEqualTo("Лодочная бригада");
        assertThat(islands.youngTeacher()).isNotNull().satisfies(rule ->
                assertThat(rule.interval(LocalDate.of(2000, 1, 1), LocalDate.of(2025, 9, 1)).until()).isEqualTo(LocalDate.of(2027, 9, 1)));
        assertThat(islands.diagnostics().thresholds().deficit(new BigDecimal("33.4"), new BigDecimal("100")))
                .map(DeficitThresholds.Band::level).contains("DEEP");
    }

    @Test
    void replacesOneProductDefaultAndKeepsTheOthers() {
        assertThat(islands.deadline("ROUTE_APPROVAL")).map(Deadline::period).contains(Period.ofDays(3));
        assertThat(islands.deadline("ROUTE_APPROVAL")).map(Deadline::origin).contains(Origin.REGION);
        assertThat(islands.deadline("ROUTE_AGREEMENT")).map(Deadline::origin).contains(Origin.PRODUCT_DEFAULT);
        assertThat(islands.iom().structure().origin()).isEqualTo(Origin.PRODUCT_DEFAULT);
        assertThat(islands.organisationKinds()).extracting(OrganisationKind::origin).containsOnly(Origin.REGION);
    }

    @Test
    @Clause("PRF-26")
    void hasNothingItsFileDoesNotName() {
        assertThat(islands.roadmap()).isNull();
        assertThat(islands.scoring()).isNull();
        assertThat(islands.passport()).isNull();
        assertThat(islands.indicatorSets()).isEmpty();
        assertThat(islands.clusters()).isEmpty();
        assertThat(islands.level("MUNICIPAL")).isEmpty();
        assertThat(islands.kind("SCHOOL", "LYCEUM_LEVEL")).isEmpty();
        assertThat(islands.methodist().maxTeachersPerRegionalMethodist()).isNull();
    }
}
