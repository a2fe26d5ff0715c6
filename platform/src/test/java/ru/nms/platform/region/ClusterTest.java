package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;

class ClusterTest {

    private final Cluster staffing = RegionProfiles.load("tyumen").cluster("STAFFING").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "209, 10, 1", "205, 10, 1", "21, 1, 1", "50, 1, 1", "504, 10, 1",
        "505, 10, 2", "51, 1, 2", "904, 10, 2",
        "905, 10, 3", "91, 1, 3", "5252, 19, 3", "244, 1, 3", "90499999999999999, 1000000000000000, 2"})
    @Clause({"MON-091", "MON-093"})
    void roundsTheRatioToAWholeNumberBeforeItLooksForTheBand(long teachers, long methodists, int band) {
        assertThat(staffing.band(teachers, methodists)).map(Cluster.Band::n).contains(band);
    }

    @ParameterizedTest
    @CsvSource({"204, 10", "20, 1", "0, 5"})
    @Clause("MON-094")
    void hasNoBandBelowTheFirst(long teachers, long methodists) {
        assertThat(staffing.band(teachers, methodists)).isEmpty();
        assertThat(staffing.rounded(teachers, methodists)).isPresent();
    }

    @Test
    @Clause("MON-095")
    void hasNoRatioWithoutMethodists() {
        assertThat(staffing.rounded(188, 0)).isEqualTo(Optional.empty());
        assertThat(staffing.band(188, 0)).isEmpty();
    }

    @Test
    void refusesNegativePeople() {
        assertThatThrownBy(() -> staffing.band(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
