package ru.nms.monitoring.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.monitoring.cluster.Figure.Basis;
import ru.nms.monitoring.cluster.Staffing.Flag;
import ru.nms.platform.region.Cluster;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class StaffingTest {

    private static final Cluster STAFFING = RegionProfiles.load("tyumen").cluster("STAFFING").orElseThrow();

    @ParameterizedTest
    @CsvSource({"209, 10, 20.9, 1", "21, 1, 21.0, 1", "504, 10, 50.4, 1", "101, 2, 50.5, 2", "51, 1, 51.0, 2",
            "904, 10, 90.4, 2", "181, 2, 90.5, 3", "91, 1, 91.0, 3", "5252, 19, 276.4, 3"})
    @Clause({"MON-091", "MON-093"})
    void leavesNoGapBetweenBands(long teachers, long methodists, BigDecimal ratio, int level) {
        var staffing = Staffing.of(teachers, methodists, STAFFING);

        assertThat(staffing.ratio()).isEqualTo(ratio);
        assertThat(staffing.level()).isEqualTo(level);
        assertThat(staffing.flag()).isNull();
    }

    @Test
    @Clause("MON-094")
    void givesNoLevelBelowTheFirstBand() {
        var staffing = Staffing.of(204L, 10L, STAFFING);

        assertThat(staffing.ratio()).isEqualTo(new BigDecimal("20.4"));
        assertThat(staffing.level()).isNull();
        assertThat(staffing.flag()).isEqualTo(Flag.BELOW_FIRST);
    }

    @Test
    @Clause("MON-095")
    void givesNoRatioWithoutMethodists() {
        var staffing = Staffing.of(200L, 0L, STAFFING);

        assertThat(staffing.ratio()).isNull();
        assertThat(staffing.level()).isNull();
        assertThat(staffing.flag()).isEqualTo(Flag.NO_METHODISTS);
    }

    @Test
    void saysThatThereAreNoData() {
        assertThat(Staffing.of(null, 3L, STAFFING).flag()).isEqualTo(Flag.NO_DATA);
        assertThat(Staffing.of(200L, null, STAFFING).flag()).isEqualTo(Flag.NO_DATA);
    }

    @Test
    @Clause("MON-013")
    void addsUpBeforeItDivides() {
        var all = List.of(Staffing.of(100L, 1L, STAFFING), Staffing.of(100L, 9L, STAFFING), Staffing.of(50L, 0L, STAFFING));

        assertThat(Staffing.total(all, STAFFING).ratio()).isEqualTo(new BigDecimal("25.0"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "10, 12, RECORDS, 10, -2", "10, 10, RECORDS, 10, -", "10, -, RECORDS, 10, -", "0, -, RECORDS, 0, -",
            "0, 12, REPORTED, 12, -", "-, 12, REPORTED, 12, -", "-, -, -, -, -"})
    @Clause("REG-013")
    void goesByTheRecordsAndSaysWhatWasReported(@Nullable Long recorded, @Nullable Long reported, @Nullable Basis basis,
                                                @Nullable Long used, @Nullable Long difference) {
        var figure = new Figure(recorded, reported);

        assertThat(figure.basis()).isEqualTo(basis);
        assertThat(figure.used()).isEqualTo(used);
        assertThat(figure.difference()).isEqualTo(difference);
    }
}
