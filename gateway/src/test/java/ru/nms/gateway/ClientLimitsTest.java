package ru.nms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Flux;
import ru.nms.platform.testkit.Tokens;

@SpringBootTest(classes = GatewayApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.name=gateway", "management.server.port=-1", "nms.gateway.limits.requests-per-second=1",
        "nms.gateway.limits.burst=10", "nms.gateway.limits.concurrent=4"})
class ClientLimitsTest {

    private static final EchoService REGISTRY = new EchoService("registry");

    private final WebClient http;

    ClientLimitsTest(@LocalServerPort int port) {
        http = WebClient.create("http://localhost:" + port);
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Tokens.configure(registry);
        registry.add("nms.gateway.services.registry", REGISTRY::address);
        for (var other : List.of("iom", "events", "monitoring", "diagnostics")) {
            registry.add("nms.gateway.services." + other, REGISTRY::address);
        }
    }

    private static String token(String subject) {
        return Tokens.shared().signed(claims -> claims.subject(subject));
    }

    private List<Integer> statuses(int requests, String path, String token) {
        return Flux.range(0, requests).flatMap(i -> http.get().uri(path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode().value())), requests)
                .collectList().block();
    }

    @Test
    void sparesOtherClientsFromAGreedyOne() {
        var greedy = token("greedy");
        for (int i = 0; i < 15; i++) {
            statuses(1, "/api/registry/v1/people", greedy);
        }

        var answer = http.get().uri("/api/registry/v1/people").header(HttpHeaders.AUTHORIZATION, "Bearer " + greedy)
                .exchangeToMono(response -> response.toEntity(String.class)).block();

        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isIn("1", "2");
        assertThat(answer.getBody()).contains("urn:nms:problem:too-many-requests");
        assertThat(statuses(1, "/api/registry/v1/people", token("modest"))).containsExactly(200);
    }

    @Test
    void limitsWhatOneClientHasUnderWay() {
        var busy = token("busy");

        assertThat(statuses(8, "/api/registry/v1/held", busy)).filteredOn(status -> status == 429).hasSize(4);
        assertThat(statuses(1, "/api/registry/v1/people", busy)).containsExactly(200);
    }
}
