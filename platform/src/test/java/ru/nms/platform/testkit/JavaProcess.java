package ru.nms.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java process with this build's classes, small and quick to start; what it says goes to a file.
public record JavaProcess(Process process, Path said) {

    public static JavaProcess of(String mainClass, Path said, List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), mainClass));
        command.addAll(arguments);
        try {
            return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it said so far.
    public String text() {
        try {
            return Files.readString(said, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL: no hook runs, no buffer is written.
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
