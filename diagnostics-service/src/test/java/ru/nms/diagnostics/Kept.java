package ru.nms.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;

import java.util.Map;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;

/// What every test of a register does: entries by the coordinator, files by the assessment centre.
public final class Kept {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private Kept() {}

    public static ResponseSpec post(WebTestClient http, String path, String body) {
        return http.post().uri("/api/diagnostics/v1/" + path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public static ResponseSpec put(WebTestClient http, String path, int version, String body) {
        return http.put().uri("/api/diagnostics/v1/" + path).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public static ResponseSpec remove(WebTestClient http, String path, int version) {
        return http.delete().uri("/api/diagnostics/v1/" + path).header("If-Match", "\"" + version + "\"").exchange();
    }

    public static String created(String path, String body) {
        return String.valueOf(requireNonNull(post(PERM.as(Role.COORDINATOR), path, body).expectStatus().isCreated()
                .expectBody(OBJECT).returnResult().getResponseBody()).get("id"));
    }

    /// The job, when it is done.
    public static Map<String, Object> imported(WebTestClient assessor, String kind, String file) {
        var form = new MultipartBodyBuilder();
        form.part("kind", kind);
        form.part("mode", "apply");
        form.part("file", new ByteArrayResource(file.getBytes(UTF_8))).filename(kind + ".csv");
        var location = String.valueOf(assessor.post().uri("/api/diagnostics/v1/imports").bodyValue(form.build()).exchange()
                .expectStatus().isAccepted().returnResult(Void.class).getResponseHeaders().getLocation());
        return await().until(() -> requireNonNull(assessor.get().uri(location).exchange().expectStatus().isOk().expectBody(OBJECT)
                .returnResult().getResponseBody()), job -> !"RUNNING".equals(job.get("status")));
    }
}
