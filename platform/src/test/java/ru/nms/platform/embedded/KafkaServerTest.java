package ru.nms.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir Path folder;

    @Test
    void keepsRecordsOverARestartOnAnotherPort() throws Exception {
        try (var server = KafkaServer.start(folder, 0)) {
            Records.topic(server.bootstrapServers(), "kept");
            Records.send(server.bootstrapServers(), "kept", List.of("one", "two"));
        }
        try (var server = KafkaServer.start(folder, 0)) {
            assertThat(Records.read(server.bootstrapServers(), "kept")).containsExactly("one", "two");
        }
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> KafkaServer.start(folder, other.getLocalPort()))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageStartingWith("Port %d for Kafka is taken".formatted(other.getLocalPort()));
        }
    }
}
