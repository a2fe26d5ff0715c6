package ru.nms.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// What somebody does through the API.
public record Api(WebTestClient http) {

    private static final String BASE = "/api/diagnostics/v1/";
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    public ResponseSpec get(String path) {
        return http.get().uri(BASE + path).exchange();
    }

    public ResponseSpec post(String path, String body) {
        return send(HttpMethod.POST, path, "*", body);
    }

    public ResponseSpec put(String path, String version, String body) {
        return send(HttpMethod.PUT, path, version, body);
    }

    public ResponseSpec delete(String path) {
        return http.delete().uri(BASE + path).header("If-Match", "*").exchange();
    }

    private ResponseSpec send(HttpMethod method, String path, String version, String body) {
        return http.method(method).uri(BASE + path).contentType(MediaType.APPLICATION_JSON).header("If-Match", version)
                .bodyValue(body).exchange();
    }

    /// Creates it and returns its id.
    public UUID made(String path, String body) {
        return UUID.fromString(String.valueOf(object(post(path, body).expectStatus().isCreated()).get("id")));
    }

    public Map<String, Object> read(String path) {
        return object(get(path).expectStatus().isOk());
    }

    /// Performs an action on the newest version.
    public Map<String, Object> done(String path, String body) {
        return object(post(path, body).expectStatus().isOk());
    }

    public static Map<String, Object> object(ResponseSpec answer) {
        return requireNonNull(answer.expectBody(OBJECT).returnResult().getResponseBody());
    }

    /// The finished job of an imported CSV file.
    public Map<String, Object> imported(String kind, String mode, String file) {
        var form = new MultipartBodyBuilder();
        form.part("kind", kind);
        form.part("mode", mode);
        form.part("file", new ByteArrayResource(file.getBytes(UTF_8))).filename("file.csv");
        var location = String.valueOf(http.post().uri(BASE + "imports").bodyValue(form.build()).exchange()
                .expectStatus().isAccepted().returnResult(Void.class).getResponseHeaders().getLocation());
        return await().until(() -> object(http.get().uri(location).exchange().expectStatus().isOk()),
                job -> !"RUNNING".equals(job.get("status")));
    }
}
