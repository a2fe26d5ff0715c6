package ru.nms.platform.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Tokens;

@SpringBootTest(classes = SampleApplication.class, properties = "management.server.port=0",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HttpRulesTest {

    private final WebTestClient http;
    private final WebTestClient management;
    private final int port;

    HttpRulesTest(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.port = port;
        http = client(port);
        management = client(managementPort);
    }

    private static WebTestClient client(int port) {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        Tokens.configure(registry);
    }

    @Test
    void namesEveryRequest() {
        get("/api/sample/v1/guarded/open").expectHeader().value("X-Request-Id", id -> assertThat(id).hasSize(36))
                .expectHeader().valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader().valueEquals("Cache-Control", "no-store");
        get("/nowhere").expectHeader().exists("X-Request-Id");
    }

    @ParameterizedTest
    @CsvSource({"my-request-17, true", "short, false", "'has spaces here', false", "кириллица-12345, false"})
    void takesThePlainIdOfTheCaller(String id, boolean taken) {
        http.get().uri("/nowhere").header("X-Request-Id", id).exchange()
                .expectHeader().value("X-Request-Id", used -> assertThat(used.equals(id)).isEqualTo(taken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//sample/v1/guarded/open", "/api/sample/v1/guarded/open;x=1", "/api/x/../sample/v1/guarded/open",
            "/api/sample/v1/%2e%2e/v1/guarded/open", "/api/sample/v1/guarded%2fopen", "/api/sample/v1/guarded/%252e",
            "/api/sample/v1/guarded/open%00", "/api/sample/v1/guarded/./open"})
    void refusesPathsThatCanBeReadInTwoWays(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400").contains("malformed-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sample/v1/guarded/open/", "/API/sample/v1/guarded/open", "/actuator", "/actuator/health",
            "/actuator/prometheus", "/actuator/env", "/actuator/heapdump", "/livez", "/index.html"})
    void servesNothingElse(String path) {
        get(path).expectStatus().isNotFound().expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:no-such-path");
    }

    @Test
    void keepsHealthAndMetricsOnAPortOfTheirOwn() {
        management.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        management.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        management.get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
        management.get().uri("/actuator/env").exchange().expectStatus().isNotFound();
    }

    @Test
    void describesItselfToEveryone() {
        get("/v3/api-docs").expectStatus().isOk().expectBody()
                .jsonPath("$.openapi").value(version -> assertThat((String) version).startsWith("3.1"))
                .jsonPath("$.paths['/api/sample/v1/guarded/me'].get.parameters").doesNotExist()
                .jsonPath("$.paths['/api/sample/v1/guarded/plan'].put.parameters[0].name").isEqualTo("If-Match")
                .jsonPath("$.paths['/api/sample/v1/guarded/plan'].put.responses['428']").exists()
                .jsonPath("$.paths['/api/sample/v1/guarded/plan'].get.responses['428']").doesNotExist()
                .jsonPath("$.paths['/api/sample/v1/guarded/plan'].get.x-roles").value(roles -> assertThat(roles).asList()
                        .containsExactly("COORDINATOR", "MINISTRY"))
                .jsonPath("$.paths['/api/sample/v1/people'].post.responses['422']").exists()
                .jsonPath("$.components.responses.problem422.content['application/problem+json'].schema['$ref']").isEqualTo("#/components/schemas/Problem")
                .jsonPath("$.components.schemas.Problem.properties.errors").exists()
                .jsonPath("$.components.securitySchemes.oidc.openIdConnectUrl").isEqualTo(Tokens.ISSUER + "/.well-known/openid-configuration")
                .jsonPath("$.servers[0].url").isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"?prat=1, prat, unknown-parameter", "?part=a&version=2, version, unknown-parameter",
            "?part=a%00, part, control-character"})
    void refusesQueryParametersItDoesNotKnow(String query, String name, String code) {
        guarded("/plan" + query).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo(name)
                .jsonPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void takesListsTwiceButSingleValuesOnce() {
        guarded("/plan?part=a&part=b").expectStatus().isOk();
        get("/api/sample/v1/people?region=1&region=2").expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("repeated-parameter");
    }

    @Test
    void answersNotModifiedForAKnownVersion() {
        guarded("/plan").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"7\"");
        http.get().uri("/api/sample/v1/guarded/plan").header("If-None-Match", "\"7\"").headers(all -> all.setBearerAuth(Tokens.of(Role.MINISTRY)))
                .exchange().expectStatus().isNotModified().expectBody().isEmpty();
    }

    @ParameterizedTest
    @CsvSource(value = {"'', 428, precondition-required", "7, 400, malformed", "W/\"7\", 400, malformed", "\"7, 400, malformed",
            "\"6\", 412, stale", "\"7\", 200, ", "\"6\"|\"7\", 200, ", "*, 200, "}, quoteCharacter = '\'')
    void changesOnlyTheVersionThatWasRead(String ifMatch, int status, String code) {
        var request = http.put().uri("/api/sample/v1/guarded/plan").headers(all -> all.setBearerAuth(Tokens.of(Role.COORDINATOR)));
        var answer = (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch.split("\\|"))).exchange();

        answer.expectStatus().isEqualTo(status);
        if (code != null) {
            answer.expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:" + code);
        }
    }

    @Test
    void knowsNoMethodOverride() {
        http.post().uri("/api/sample/v1/guarded/plan").header("X-HTTP-Method-Override", "PUT").exchange()
                .expectStatus().isEqualTo(405);
    }

    private WebTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private WebTestClient.ResponseSpec guarded(String path) {
        return http.get().uri(URI.create("http://localhost:" + port + "/api/sample/v1/guarded" + path))
                .headers(all -> all.setBearerAuth(Tokens.of(Role.MINISTRY))).exchange();
    }

    /// As it stands: clients would tidy the path.
    private String raw(String requestLine) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    /// Reactor Netty alone stops reading here (reactor-netty#4361).
    @Test
    void keepsReadingAConnectionAfterARefusalThatHadToWaitForItsTurn() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            send(socket, "/slow", "/guarded/me");
            answers(socket, 2);

            send(socket, "/guarded/me");
            assertThat(answers(socket, 1)).startsWith("HTTP/1.1 401");
        }
    }

    private static void send(Socket socket, String... paths) throws IOException {
        var requests = new StringBuilder();
        for (var path : paths) {
            requests.append("GET /api/sample/v1").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        socket.getOutputStream().write(requests.toString().getBytes(US_ASCII));
    }

    private static String answers(Socket socket, int count) throws IOException {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (text.toString().split("HTTP/1.1 ", -1).length <= count || !text.toString().endsWith("}")) {
            text.append(new String(buffer, 0, socket.getInputStream().read(buffer), US_ASCII));
        }
        return text.toString();
    }
}
