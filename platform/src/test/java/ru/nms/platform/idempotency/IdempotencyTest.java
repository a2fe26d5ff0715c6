package ru.nms.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.platform.testkit.Tokens;

class IdempotencyTest {

    private static final ServiceUnderTest SERVICE = ServiceUnderTest.start(ThingsApplication.class, "things",
            "nms.service.name=probe", ServiceUnderTest.NO_KAFKA);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient http = SERVICE.with(Tokens.of(Role.COORDINATOR));
    private final String key = UUID.randomUUID().toString();

    @Test
    void answersARepetitionWithTheFirstAnswer() {
        var first = post(key, "a").expectStatus().isCreated().expectBody(String.class).returnResult();
        var second = post(key, "a").expectStatus().isCreated().expectBody(String.class).returnResult();

        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getLocation()).isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(created("a")).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        post(key, "b").expectStatus().isCreated();

        post(key, "c").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:idempotency-key-reused");
        assertThat(created("c")).isZero();
    }

    @Test
    void createsOneThingForFiftyEqualRequestsAtOnce() {
        var statuses = Flux.range(0, 50)
                .flatMap(i -> Mono.fromCallable(() -> post(key, "parallel").returnResult(String.class).getStatus().value())
                        .subscribeOn(Schedulers.boundedElastic()), 16)
                .collectList().block(PATIENCE);

        assertThat(created("parallel")).isEqualTo(1);
        assertThat(statuses).isNotEmpty().allMatch(List.of(201, 409)::contains).contains(201);
        post(key, "parallel").expectStatus().isCreated();
    }

    @Test
    void keepsNothingOfARefusalAndUndoesIt() {
        post(key, "refuse me").expectStatus().isEqualTo(409);
        assertThat(created("refuse me")).isZero();

        post(key, "refuse me").expectStatus().isEqualTo(409);
        post(key, "now fine").expectStatus().isCreated();
    }

    @Test
    void separatesCallers() {
        post(key, "mine").expectStatus().isCreated();

        var other = SERVICE.with(Tokens.shared().signed(claims -> claims.subject("somebody-else")));
        send(other, key, "theirs").expectStatus().isCreated();
        assertThat(created("theirs")).isEqualTo(1);
    }

    @Test
    void storesTheAnswerInTheTransactionOfTheWork() {
        post(key, "together").expectStatus().isCreated();

        assertThat(number("""
                SELECT count(*) AS n FROM idempotency i JOIN thing t ON t.xmin = i.xmin WHERE t.title = 'together'
                """)).as("one transaction wrote both").isEqualTo(1);
    }

    @Test
    void refusesAMalformedKey() {
        post("two words", "x").expectStatus().isBadRequest();
        post("k".repeat(256), "x").expectStatus().isBadRequest();
    }

    @Test
    void doesWithoutAKey() {
        for (int i = 0; i < 2; i++) {
            http.post().uri("/things").bodyValue(new ThingsApplication.Proposal("free")).exchange().expectStatus().isCreated();
        }
        assertThat(created("free")).isEqualTo(2);
    }

    private WebTestClient.ResponseSpec post(String key, String title) {
        return send(http, key, title);
    }

    private static WebTestClient.ResponseSpec send(WebTestClient client, String key, String title) {
        return client.post().uri("/things").header("Idempotency-Key", key)
                .bodyValue(new ThingsApplication.Proposal(title)).exchange();
    }

    private long created(String title) {
        return number("SELECT count(*) AS n FROM thing WHERE title = '" + title + "'");
    }

    private static long number(String sql) {
        return SERVICE.bean(DatabaseClient.class).sql(sql).map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }
}
