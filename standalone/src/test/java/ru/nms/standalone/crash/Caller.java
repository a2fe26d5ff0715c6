package ru.nms.standalone.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// A front end that sends a request again, the same one with the same key, until somebody answers it.
final class Caller {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String token;
    private final Ledger ledger;

    Caller(String gateway, String token, Ledger ledger) {
        this.gateway = gateway;
        this.token = token;
        this.ledger = ledger;
    }

    /// @param repeated whether an earlier attempt may have been carried out
    record Answer(int status, JsonNode body, boolean repeated) {

        JsonNode orFail() {
            if (status >= 400) {
                throw new AssertionError("%d%s %s".formatted(status, repeated ? " to a repeated request:" : "", body));
            }
            return body;
        }
    }

    Answer get(String path) {
        return insist("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return insist("POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer change(String method, String path, @Nullable Object body, long version) {
        return insist(method, path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    private Answer insist(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean repeated = false;
        while (System.nanoTime() < deadline) {
            try {
                var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
                if (!passes(response)) {
                    return new Answer(response.statusCode(), json(response), repeated);
                }
                repeated |= response.statusCode() != 429;
            } catch (IOException unanswered) {
                repeated = true;
                ledger.noteRepeated();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Nobody answers " + method + " " + path);
    }

    /// Overload, a service that is away, or the first attempt that is still being carried out.
    private static boolean passes(HttpResponse<String> response) {
        return TRY_AGAIN.contains(response.statusCode())
                || response.statusCode() == 409 && response.body().contains("idempotency-key-in-use");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return response.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(response.body());
    }
}
