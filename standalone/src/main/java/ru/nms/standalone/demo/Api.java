package ru.nms.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// The public API as a front end sees it: through the gateway, with the token of a role.
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String issuer;

    Api(String gateway, String issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    /// @param body JSON, or null where the answer has none
    record Answer(int status, JsonNode body, @Nullable String etag) {

        boolean is(int expected) {
            return status == expected;
        }

        /// The answer, or the problem as an error.
        JsonNode orFail() {
            if (status >= 400) {
                throw new StepFailed("%d %s".formatted(status, body));
            }
            return body;
        }
    }

    /// Speaks for one role until its token is about to expire.
    final class As {

        private final String client;
        private String token = "";
        private long tokenUntil = System.nanoTime();

        private As(String client) {
            this.client = client;
        }

        Answer get(String path) {
            return send("GET", path, null, null, Map.of());
        }

        Answer post(String path, Object body) {
            return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json",
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        }

        Answer change(String method, String path, @Nullable Object body, long version) {
            return send(method, path, body == null ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)), body == null ? null : "application/json",
                    Map.of("If-Match", "\"" + version + "\""));
        }

        Answer upload(String path, Map<String, String> fields, String fileName, String content) {
            var boundary = "nms-" + UUID.randomUUID();
            var form = new StringBuilder();
            fields.forEach((name, value) -> form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
            form.append(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n").formatted(boundary, fileName, content, boundary));
            return send("POST", path, BodyPublishers.ofString(form.toString()),
                    "multipart/form-data; boundary=" + boundary, Map.of());
        }

        /// Waits as long as the service asks for.
        private Answer send(String method, String path, @Nullable BodyPublisher body, @Nullable String type,
                            Map<String, String> headers) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                var response = exchange(method, path, body, type, headers);
                if (response.statusCode() != 429 && response.statusCode() != 503 || System.nanoTime() > deadline) {
                    return new Answer(response.statusCode(), json(response), response.headers().firstValue("ETag").orElse(null));
                }
                pause(Duration.ofSeconds(response.headers().firstValue("Retry-After").map(Long::parseLong).orElse(1L)));
            }
        }

        private HttpResponse<String> exchange(String method, String path, @Nullable BodyPublisher body,
                                              @Nullable String type, Map<String, String> headers) {
            var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token())
                    .method(method, body == null ? BodyPublishers.noBody() : body);
            if (type != null) {
                request.header("Content-Type", type);
            }
            headers.forEach(request::header);
            return Api.this.exchange(request.build());
        }

        private String token() {
            if (System.nanoTime() - tokenUntil >= 0) {
                token = fetchToken(client);
                tokenUntil = System.nanoTime() + Duration.ofMinutes(8).toNanos();
            }
            return token;
        }
    }

    As as(Role role) {
        return new As(role == Role.FEDERAL ? "federal" : "demo-" + role.name().toLowerCase(Locale.ROOT));
    }

    private String fetchToken(String client) {
        var basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(UTF_8));
        var response = exchange(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token")).timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        return JSON.readTree(response.body()).path("access_token").asString();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new StepFailed("%s %s: %s".formatted(request.method(), request.uri().getPath(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted");
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return response.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(response.body());
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
