package ru.nms.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.get;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.published;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.Tokens;

class CapacityTest {

    private static final int PEOPLE = 200;
    private static final int SEATS = 50;

    private final WebClient http = WebClient.create("http://localhost:" + SERVICE.port() + "/api/events/v1");

    record Answer(String status, Integer place) {}

    /// All at once; who is told to come back later does, as any client would.
    @Test
    @Clause("EVT-003")
    void holdsWhenTwoHundredPeopleRegisterAtOnceForFiftySeats() {
        var event = published(organisation(UUID.randomUUID()), SEATS);

        var answers = Flux.range(0, PEOPLE).flatMap(i -> register(event, UUID.randomUUID()), PEOPLE)
                .collectList().block(Duration.ofMinutes(3));

        assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                .isEqualTo(Map.of("CONFIRMED", (long) SEATS, "WAITLISTED", (long) PEOPLE - SEATS));
        assertThat(answers.stream().filter(answer -> answer.status().equals("WAITLISTED")).map(Answer::place))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, PEOPLE - SEATS).boxed().toList());
        get(coordinator(), "/events/" + event).expectBody()
                .jsonPath("$.confirmed").isEqualTo(SEATS)
                .jsonPath("$.waitlisted").isEqualTo(PEOPLE - SEATS);
    }

    private Mono<Answer> register(UUID event, UUID person) {
        return http.post().uri("/events/{id}/registrations", event)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.of(Role.TEACHER, person))
                .bodyValue(Map.of("personId", person))
                .exchangeToMono(answer -> answer.statusCode() == HttpStatus.CREATED ? answer.bodyToMono(Answer.class)
                        : answer.<Answer>createError())
                .retryWhen(Retry.backoff(60, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(2))
                        .filter(failure -> failure.getMessage() != null && failure.getMessage().startsWith("503")));
    }
}
