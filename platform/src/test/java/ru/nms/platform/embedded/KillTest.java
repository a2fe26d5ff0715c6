package ru.nms.platform.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KillTest {

    @TempDir Path folder;
    private Process busy;
    private BufferedReader said;
    private long postmaster;

    @BeforeEach
    void startWriting() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        busy = new ProcessBuilder(java, "-Xmx256m", "-cp", classes, Busy.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = busy.inputReader(UTF_8);
        postmaster = Long.parseLong(after("postgres "));
    }

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        busy.destroyForcibly().waitFor();
        PostgresServer.stopLeftBehind(folder.resolve("postgres"));
    }

    @Test
    void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
        long acknowledged = 0;
        while (acknowledged < 200) {
            acknowledged = Long.parseLong(after("done "));
        }

        assertThatThrownBy(() -> DataFolder.open(folder)).hasMessageContaining("is in use by another running process");
        busy.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertThat(ProcessHandle.of(postmaster)).as("the server that was left behind").isPresent();
        assertKeeps(acknowledged);
        assertThat(ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void startsAgainWhileChildrenOfAKilledPostmasterStillLive() throws Exception {
        after("done ");

        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        busy.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertKeeps(1);
    }

    private void assertKeeps(long acknowledged) throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = PostgresServer.start(Busy.settings(data.path()));
                var kafka = KafkaServer.start(data.folder("kafka"), 0)) {
            assertThat(Sql.one(postgres.database("numbers"), "SELECT count(*) >= %d FROM number".formatted(acknowledged)))
                    .isEqualTo("t");
            assertThat(Records.read(kafka.bootstrapServers(), Busy.TOPIC))
                    .hasSizeGreaterThanOrEqualTo((int) acknowledged)
                    .startsWith("1");
        }
    }

    private String after(String prefix) throws IOException {
        @Nullable String line;
        do {
            line = said.readLine();
        } while (line != null && !line.startsWith(prefix));
        assertThat(line).as("what the busy process says").isNotNull();
        return line.substring(prefix.length());
    }
}
