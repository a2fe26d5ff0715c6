package ru.nms.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A generated document that is checked in, so that a change of it shows in a review.
/// `mvn test -pl contracts -Dnms.contracts=write` writes anew what is not a break.
record CheckedIn(Path file) {

    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    boolean exists() {
        return Files.exists(file);
    }

    JsonNode read() {
        return JSON.readTree(file.toFile());
    }

    void matches(JsonNode generated) {
        if ("write".equals(System.getProperty("nms.contracts"))) {
            write(generated);
        }
        assertThat(file).as("Not checked in: write it with -Dnms.contracts=write").exists();
        assertThat(read()).as("%s differs from the records: write it anew with -Dnms.contracts=write".formatted(file))
                .isEqualTo(generated);
    }

    private void write(JsonNode generated) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(generated).replace("\r\n", "\n") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
