package ru.nms.monitoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import ru.nms.monitoring.indicator.Share.Error;
import ru.nms.monitoring.indicator.Share.NoData;
import ru.nms.platform.testkit.Clause;

class ShareTest {

    @Test
    @Clause("MON-018")
    void showsOneDigitAndRoundsAHalfUp() {
        assertThat(new Share(1L, 3L).shown()).contains(new BigDecimal("33.3"));
        assertThat(new Share(2L, 3L).shown()).contains(new BigDecimal("66.7"));
        assertThat(new Share(1L, 2000L).shown()).contains(new BigDecimal("0.1"));
        assertThat(new Share(0L, 3L).shown()).contains(new BigDecimal("0.0"));
    }

    @Test
    void keepsTheExactShareForTargets() {
        assertThat(new Share(2999L, 10_000L).exact().orElseThrow()).isLessThan(new BigDecimal("30"));
        assertThat(new Share(29_999L, 100_000L).shown()).contains(new BigDecimal("30.0"));
        assertThat(new Share(29_999L, 100_000L).exact().orElseThrow()).isLessThan(new BigDecimal("30"));
    }

    @Test
    @Clause("MON-004")
    void hasNoValueOverAnEmptyWhole() {
        var share = new Share(0L, 0L);

        assertThat(share.shown()).isEmpty();
        assertThat(share.noData()).contains(NoData.DENOMINATOR_ZERO);
        assertThat(share.error()).isEmpty();
    }

    @Test
    @Clause("MON-005")
    void isInErrorAboveTheWhole() {
        assertThat(new Share(4L, 3L).error()).contains(Error.SHARE_OVER_100);
        assertThat(new Share(4L, 3L).shown()).isEmpty();
        assertThat(new Share(1L, 0L).error()).contains(Error.SHARE_OVER_100);
        assertThat(new Share(3L, 3L).error()).isEmpty();
        assertThat(new Share(3L, 3L).shown()).contains(new BigDecimal("100.0"));
    }

    @Test
    void isUnknownWhileEitherPartIs() {
        assertThat(new Share(null, 3L).noData()).contains(NoData.NOT_LEARNT);
        assertThat(new Share(0L, null).noData()).contains(NoData.NOT_LEARNT);
        assertThat(Share.UNKNOWN.shown()).isEmpty();
    }
}
