package ru.nms.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ru.nms.platform.embedded.DataFolder;
import ru.nms.platform.embedded.Ports;

/// As a person meets it: a process of its own, its output and its exit status.
@Timeout(120)
class StandaloneTest {

    private record Ended(int status, String error) {}

    @TempDir Path folder;

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--gateway-port", Integer.toString(other.getLocalPort()))).isEqualTo(new Ended(1,
                    "nms: Port %d for gateway is taken by another program; stop that program or choose another port."
                            .formatted(other.getLocalPort())));
        }
    }

    @Test
    void namesTheFolderThatIsInUse() throws Exception {
        try (var other = DataFolder.open(folder)) {
            assertThat(run()).isEqualTo(new Ended(1,
                    "nms: The data folder %s is in use by another running process; stop it or choose another folder."
                            .formatted(other.path())));
        }
    }

    @Test
    void namesWhatIsWrongWithTheRegionProfile() throws Exception {
        var profile = Files.writeString(folder.resolve("mine.yml"), "code: mine\n");

        var ended = run("--region", profile.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.error()).startsWith("nms: The region profile").contains("mine.yml").doesNotContain("\tat ");
    }

    @Test
    void namesAnOptionThatDoesNotExist() throws Exception {
        assertThat(run("--regoin", "perm")).isEqualTo(new Ended(1, "nms: There is no option --regoin; ./nms help lists them."));
    }

    private Ended run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Standalone.class.getName(), "--data", folder.toString(), "--gateway-port", "0", "--identity-port", "0",
                "--service-ports", Integer.toString(Ports.free(5))));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var error = process.getErrorStream()) {
            var said = new String(error.readAllBytes(), UTF_8).strip();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
