package ru.nms.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import reactor.core.publisher.Flux;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.Tokens;

@Clause("GW-001")
@SpringBootTest(classes = GatewayApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.name=gateway", "management.server.port=-1",
        "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
        "nms.gateway.allowed-origins=https://front.example", "nms.gateway.import-limit=1MB"})
class GatewayTest {

    private static final EchoService REGISTRY = new EchoService("registry");
    private static final EchoService IOM = new EchoService("iom");

    private final WebTestClient http;
    private final int port;

    GatewayTest(@LocalServerPort int port) {
        this.port = port;
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(20)).build();
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Tokens.configure(registry);
        registry.add("nms.gateway.services.registry", REGISTRY::address);
        registry.add("nms.gateway.services.iom", IOM::address);
        registry.add("nms.gateway.services.events", () -> "http://localhost:1");
        registry.add("nms.gateway.services.monitoring", () -> "http://localhost:1");
        registry.add("nms.gateway.services.diagnostics", () -> "http://no-such-host.invalid");
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(URI.create("http://localhost:" + port + path)).headers(all -> all.setBearerAuth(token)).exchange();
    }

    @Test
    void leadsEveryPathToItsService() {
        var token = Tokens.of(Role.TEACHER);
        get("/api/registry/v1/people?q=%D0%90&limit=5", token).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"3\"")
                .expectBody().jsonPath("$.service").isEqualTo("registry")
                .jsonPath("$.path").isEqualTo("/api/registry/v1/people?q=%D0%90&limit=5")
                .jsonPath("$.headers.authorization").isEqualTo("Bearer " + token);
        get("/api/iom/v1/routes/1", token).expectBody().jsonPath("$.service").isEqualTo("iom");
        get("/api/sync/v1/people/changes?limit=1", token).expectBody().jsonPath("$.service").isEqualTo("registry");
        get("/api/sync/v1/routes/checksum", token).expectBody().jsonPath("$.service").isEqualTo("iom");
        get("/api-docs/iom", token).expectBody().jsonPath("$.path").isEqualTo("/v3/api-docs");
    }

    @Test
    void letsRequestsWithoutTokenReachPublicOperations() {
        http.get().uri("/api/registry/v1/sites").exchange().expectStatus().isOk();
    }

    @Test
    void stopsTokensThatAreNotBelieved() {
        int before = REGISTRY.calls();

        Tokens.shared().refused(Role.COORDINATOR).forEach(bad -> get("/api/registry/v1/people", bad.token())
                .expectStatus().isUnauthorized()
                .expectHeader().exists("WWW-Authenticate")
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON));

        assertThat(REGISTRY.calls()).isEqualTo(before);
    }

    @Test
    void passesTheRequestIdAndNoIdentityHeader() {
        http.get().uri("/api/registry/v1/people").header("X-Request-Id", "front-end-17")
                .header("X-User-Id", "root").header("X-Forwarded-For", "10.0.0.1").header("X-Role", "ADMIN")
                .header("Cookie", "session=1").header("Forwarded", "for=10.0.0.1").header("Accept-Language", "en").exchange()
                .expectHeader().valueEquals("X-Request-Id", "front-end-17")
                .expectHeader().valueEquals("Cache-Control", "no-cache")
                .expectBody()
                .jsonPath("$.headers.x-request-id").isEqualTo("front-end-17")
                .jsonPath("$.headers.accept-language").isEqualTo("en")
                .jsonPath("$.headers.x-user-id").doesNotExist()
                .jsonPath("$.headers.x-forwarded-for").doesNotExist()
                .jsonPath("$.headers.x-role").doesNotExist()
                .jsonPath("$.headers.cookie").doesNotExist()
                .jsonPath("$.headers.forwarded").doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events/v1/events", "/api/diagnostics/v1/results"})
    void saysWhenToComeBackWhileAServiceIsAway(String path) {
        http.get().uri(path).exchange().expectStatus().isEqualTo(503)
                .expectHeader().exists("Retry-After")
                .expectHeader().exists("X-Request-Id")
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:unavailable");
    }

    @Test
    void givesUpOnAServiceThatDoesNotAnswer() {
        http.get().uri("/api/registry/v1/slow").exchange().expectStatus().isEqualTo(504)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:timeout");
    }

    @Test
    void readsAgainOnceWhenAConnectionBreaksButWritesNever() {
        if (REGISTRY.calls() % 2 == 1) {
            http.get().uri("/api/registry/v1/people").exchange();
        }
        int before = REGISTRY.calls();
        http.get().uri("/api/registry/v1/broken").exchange().expectStatus().isOk();
        assertThat(REGISTRY.calls()).isEqualTo(before + 2);

        http.post().uri("/api/registry/v1/broken").bodyValue("{}").exchange().expectStatus().isEqualTo(503);
        assertThat(REGISTRY.calls()).isEqualTo(before + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/gateway/routes", "/api/registry/v3/api-docs", "/api/registry/actuator",
            "/API/registry/v1/people", "/api/Registry/v1/people", "/api/unknown/v1/things", "/api/sync/v1/unknown/changes",
            "/v3/api-docs/registry", "/api-docs/unknown", "/api/registry", "/registry/v1/people"})
    void servesNothingElse(String path) {
        http.get().uri(path).exchange().expectStatus().isNotFound()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:no-such-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//registry/v1/people", "/api/registry/v1/%2e%2e/%2e%2e/actuator", "/api/registry/v1/../../actuator/env",
            "/api/registry/v1;a=b/people", "/api/registry/v1/people%2f..%2f", "/api/registry/v1/x%5c..", "//api/registry/v1/people",
            "/api/registry/v1/%252e%252e/actuator", "/api/registry/./v1/people", "/api/registry/v1/a%00"})
    void refusesPathsThatCanBeReadInTwoWays(String path) throws IOException {
        int before = REGISTRY.calls();

        assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400").contains("malformed-path");

        assertThat(REGISTRY.calls()).isEqualTo(before);
    }

    @Test
    void limitsBodiesWithAndWithoutAnnouncedLength() {
        http.post().uri("/api/registry/v1/people").bodyValue("a".repeat(300_000)).exchange().expectStatus().isEqualTo(413)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:too-large");
        chunked("/api/registry/v1/people", 30).expectStatus().isEqualTo(413);
        chunked("/api/registry/v1/people", 20).expectStatus().isOk().expectBody().jsonPath("$.length").isEqualTo(200_000);
        chunked("/api/registry/v1/imports", 60).expectStatus().isOk().expectBody().jsonPath("$.length").isEqualTo(600_000);
        chunked("/api/registry/v1/imports", 120).expectStatus().isEqualTo(413);
    }

    private WebTestClient.ResponseSpec chunked(String path, int tensOfThousands) {
        Flux<DataBuffer> body = Flux.range(0, tensOfThousands)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap("a".repeat(10_000).getBytes(US_ASCII)));
        return http.post().uri(path).body(BodyInserters.fromDataBuffers(body)).exchange();
    }

    @Test
    void showsTheFeedsOfAllServicesAsOneAndNamesThoseAway() {
        get("/api/sync/v1/state", Tokens.of(Role.FEDERAL)).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(5)
                .jsonPath("$.items[?(@.service == 'registry')].available").isEqualTo(true)
                .jsonPath("$.items[?(@.service == 'registry')].collections[0].collection").isEqualTo("people")
                .jsonPath("$.items[?(@.service == 'events')].available").isEqualTo(false)
                .jsonPath("$.items[?(@.service == 'diagnostics')].available").isEqualTo(false);
        get("/api/sync/v1/dependencies", Tokens.of(Role.FEDERAL)).expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.collection == 'iom-things')]").exists()
                .jsonPath("$.unavailable.length()").isEqualTo(3);
        get("/api/sync/v1/state", Tokens.of(Role.TEACHER)).expectStatus().isForbidden();
        http.get().uri("/api/sync/v1/state").exchange().expectStatus().isUnauthorized();
        http.post().uri("/api/sync/v1/state").exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void itsOwnOperationsAnswerEveryRoleAsWritten(@Autowired ApplicationContext context) {
        PolicyMatrix.verify(context, port);
    }

    @Test
    void letsKnownFrontEndsCallFromABrowser() {
        http.options().uri("/api/registry/v1/people").header("Origin", "https://front.example")
                .header("Access-Control-Request-Method", "PUT").header("Access-Control-Request-Headers", "authorization,if-match")
                .exchange().expectStatus().isOk()
                .expectHeader().valueEquals("Access-Control-Allow-Origin", "https://front.example");
        http.options().uri("/api/registry/v1/people").header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET").exchange().expectStatus().isForbidden();
        http.get().uri("/api/registry/v1/people").header("Origin", "https://front.example").exchange().expectStatus().isOk()
                .expectHeader().valueMatches("Access-Control-Expose-Headers", ".*ETag.*");
    }

    @Test
    void showsAllApisOnOnePage() {
        http.get().uri("/").exchange().expectStatus().is3xxRedirection()
                .expectHeader().valueMatches("Location", ".*/swagger-ui/index.html");
        var page = http.get().uri("/").exchange().returnResult(Void.class).getResponseHeaders().getLocation();
        http.get().uri(page.getPath()).exchange().expectStatus().isOk();
        http.get().uri("/v3/api-docs/swagger-config").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.urls[?(@.name == 'registry')].url").isEqualTo("/api-docs/registry");
        http.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.paths['/api/sync/v1/state']").exists();
    }

    /// As it stands: clients would tidy the path.
    private String raw(String requestLine) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
