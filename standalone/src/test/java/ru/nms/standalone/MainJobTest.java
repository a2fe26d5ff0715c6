package ru.nms.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.embedded.Ports;

/// The loop from end to end, as `./nms demo --exit` plays it: every service, one process, the public API only.
@Timeout(300)
class MainJobTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tyumen", "sevastopol"})
    void isDoneFromTheFirstFileToTheFederalCopy(String region) throws Exception {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Standalone.class.getName(), "--demo", "--exit", "--region", region, "--people", "120",
                "--gateway-port", port(), "--identity-port", port(), "--service-ports", port()))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(280, TimeUnit.SECONDS)).as(() -> read(said)).isTrue();
            assertThat(process.exitValue()).as(() -> read(said)).isZero();
            assertThat(read(said)).contains("every step did what it should").doesNotContain("FAILED");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String port() {
        return Integer.toString(Ports.free());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
