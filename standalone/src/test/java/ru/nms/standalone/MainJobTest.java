package ru.nms.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.platform.embedded.Ports;
import ru.nms.platform.testkit.InventedRegion;
import ru.nms.platform.testkit.JavaProcess;

/// The loop from end to end, as `./nms demo --exit` plays it: every service, one process, the public API only.
@Timeout(300)
class MainJobTest {

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("regions")
    void isDoneFromTheFirstFileToTheFederalCopy(String region) throws Exception {
        var job = JavaProcess.of(Standalone.class.getName(), folder.resolve("said"), List.of("--demo", "--exit",
                "--region", region, "--people", "120",
                "--gateway-port", port(1), "--identity-port", port(1), "--service-ports", port(5)));
        try {
            assertThat(job.process().waitFor(280, TimeUnit.SECONDS)).as(job::text).isTrue();
            assertThat(job.process().exitValue()).as(job::text).isZero();
            assertThat(job.text()).contains("every step did what it should").doesNotContain("FAILED");
        } finally {
            job.kill();
        }
    }

    /// The last one exists in a file only.
    static Stream<String> regions() {
        return Stream.of("tyumen", "sevastopol", "perm", "kuzbass", "arkhangelsk", InventedRegion.file());
    }

    private static String port(int following) {
        return Integer.toString(Ports.free(following));
    }
}
