package ru.nms.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java process with this build's classes, small and quick to start; what it says goes to a file.
public record Launched(Process process, Path said) {

    public static Launched of(String mainClass, Path said, List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), mainClass));
        command.addAll(arguments);
        try {
            return new Launched(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        try {
            return Files.readString(said, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
