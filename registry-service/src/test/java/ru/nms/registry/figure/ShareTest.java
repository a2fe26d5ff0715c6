package ru.nms.registry.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void roundsHalfUpAndHasNoValueWithoutAWhole() {
        assertThat(Share.of(1, 8).percent()).isEqualTo(new BigDecimal("12.5"));
        assertThat(Share.of(1, 16).percent()).isEqualTo(new BigDecimal("6.3"));
        assertThat(Share.of(0, 3).percent()).isEqualTo(new BigDecimal("0.0"));
        assertThat(Share.of(0, 0).percent()).isNull();
    }
}
