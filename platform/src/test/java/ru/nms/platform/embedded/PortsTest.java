package ru.nms.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesNoPortTwice() {
        assertThat(IntStream.range(0, 3_000).map(n -> Ports.free()).boxed()).doesNotHaveDuplicates();
    }
}
