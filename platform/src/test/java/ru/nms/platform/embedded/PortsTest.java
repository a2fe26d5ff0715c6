package ru.nms.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesNoPortTwice() {
        assertThat(IntStream.range(0, 3_000).map(n -> Ports.free()).boxed()).doesNotHaveDuplicates();
    }

    /// Where no outgoing connection takes its near end: this one process has hundreds of them.
    @Test
    void givesPortsBelowThoseOfOutgoingConnections() {
        assertThat(IntStream.range(0, 1_000).map(n -> Ports.free())).allMatch(port -> port >= 1_024 && port < 32_768);
    }

    @Test
    void givesPortsThatFollowEachOtherToOneOnly() {
        var first = Ports.free(5);

        assertThat(IntStream.range(0, 3_000).map(n -> Ports.free())).doesNotContain(first, first + 1, first + 2, first + 3, first + 4);
    }
}
