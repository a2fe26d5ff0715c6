package ru.nms.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Stands in the place of a service and says what reached it.
final class EchoService {

    private static final String STATE = """
            {"service": "%s", "collections": [{"collection": "people", "epoch": 1, "newest": "n"}]}
            """;

    private final AtomicInteger calls = new AtomicInteger();
    private final String name;
    private final DisposableServer server;

    EchoService(String name) {
        this.name = name;
        this.server = HttpServer.create().host("localhost").port(0).handle(this::answer).bindNow();
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    int calls() {
        return calls.get();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        calls.incrementAndGet();
        var path = request.uri();
        if (path.endsWith("/slow")) {
            return Mono.delay(Duration.ofSeconds(30)).then();
        }
        if (path.endsWith("/held")) {
            return response.sendString(Mono.delay(Duration.ofSeconds(1)).map(tick -> "held")).then();
        }
        if (path.endsWith("/broken") && calls.get() % 2 == 1) {
            request.withConnection(connection -> connection.channel().close());
            return Mono.empty();
        }
        response.header("Content-Type", path.contains("xlsx") ? "application/octet-stream" : "application/json")
                .header("X-Request-Id", "from-the-service").header("ETag", "\"3\"").header("Cache-Control", "no-cache");
        return request.receive().aggregate().asString(UTF_8).defaultIfEmpty("")
                .flatMap(body -> response.sendString(Mono.just(content(request, path, body))).then());
    }

    private String content(HttpServerRequest request, String path, String body) {
        if (path.equals("/api/sync/v1/state")) {
            return STATE.formatted(name);
        }
        if (path.equals("/api/sync/v1/dependencies")) {
            return "[{\"collection\": \"" + name + "-things\", \"after\": []}]";
        }
        var headers = request.requestHeaders().entries().stream()
                .map(header -> "\"" + header.getKey().toLowerCase(Locale.ROOT) + "\": \"" + header.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return "{\"service\": \"%s\", \"method\": \"%s\", \"path\": \"%s\", \"length\": %d, \"headers\": {%s}}"
                .formatted(name, request.method(), path, body.length(), headers);
    }

    void stop() {
        server.disposeNow();
    }
}
