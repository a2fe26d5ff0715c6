package ru.nms.diagnostics;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceUnderTest;

/// The running service and what every test does with it.
public final class Diagnostics {

    public static final ServiceUnderTest PERM =
            ServiceUnderTest.start(DiagnosticsApplication.class, "diagnostics", "nms.region=perm");

    private Diagnostics() {}

    /// Another region, without a broker.
    public static ServiceUnderTest of(String region) {
        return ServiceUnderTest.start(DiagnosticsApplication.class, "diagnostics", "nms.region=" + region,
                ServiceUnderTest.NO_KAFKA);
    }

    /// A result of one competence out of 1000 points.
    public static String result(UUID person, String day, String competence, int points) {
        return """
                {"personId": "%s", "procedure": "CNPPM_DIAGNOSTICS", "provider": "CNPPM", "takenOn": "%s",
                 "scores": [{"competence": "%s", "points": %d, "maximum": 1000}]}
                """.formatted(person, day, competence, points);
    }

    public static ResponseSpec post(WebTestClient http, String body) {
        return http.post().uri("/api/diagnostics/v1/results").contentType(MediaType.APPLICATION_JSON).bodyValue(body)
                .exchange();
    }

    /// Records it as the assessment centre and returns its id.
    public static String recorded(ServiceUnderTest service, String body) {
        return String.valueOf(requireNonNull(post(service.as(Role.ASSESSOR), body)
                .expectStatus().isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult().getResponseBody())
                .get("id"));
    }

    public static ResponseSpec get(WebTestClient http, String path) {
        return http.get().uri("/api/diagnostics/v1/" + path).exchange();
    }

    public static ResponseSpec put(WebTestClient http, String id, String version, String body) {
        return http.put().uri("/api/diagnostics/v1/results/" + id).contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", version).bodyValue(body).exchange();
    }

    public static ResponseSpec delete(WebTestClient http, String id, String version) {
        return http.delete().uri("/api/diagnostics/v1/results/" + id).header("If-Match", version).exchange();
    }
}
