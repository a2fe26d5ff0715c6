package ru.nms.registry.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files taken in by the registry of a stage.
final class Files {

    private Files() {}

    static String counts(Stage stage, String kind, String mode, String file) {
        var form = new MultipartBodyBuilder();
        form.part("kind", kind);
        form.part("mode", mode);
        form.part("file", file.getBytes(StandardCharsets.UTF_8)).filename("file.csv").contentType(MediaType.TEXT_PLAIN);
        var http = stage.region().coordinator();
        var location = String.valueOf(http.post().uri("/api/registry/v1/imports").body(BodyInserters.fromMultipartData(form.build()))
                .exchange().expectStatus().isAccepted().returnResult(String.class).getResponseHeaders().getLocation());
        var job = new AtomicReference<JsonNode>();
        await().untilAsserted(() -> {
            job.set(new JsonMapper().readTree(http.get().uri(location).exchange().expectStatus().isOk()
                    .expectBody(String.class).returnResult().getResponseBody()));
            assertThat(job.get().at("/status").asString()).isNotEqualTo("RUNNING");
        });
        return "%s created=%d unchanged=%d refused=%d".formatted(job.get().at("/status").asString(),
                job.get().at("/created").asInt(), job.get().at("/unchanged").asInt(), job.get().at("/refused").asInt());
    }
}
