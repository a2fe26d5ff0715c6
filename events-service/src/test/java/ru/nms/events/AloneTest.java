package ru.nms.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceAlone;

@Timeout(180)
class AloneTest {

    @Test
    void holdsEventsWithoutAnyOtherServiceAndMarksWhatItHasNotLearnt() {
        try (var alone = ServiceAlone.start(EventsApplication.class, "events", "nms.region=tyumen")) {
            var coordinator = alone.as(Role.COORDINATOR);
            var starts = Instant.now().plus(Duration.ofDays(1));
            var event = coordinator.post().uri("/api/events/v1/events").bodyValue(Map.of("kind", "SEMINAR", "level", "REGIONAL",
                    "title", "Семинар", "organiserId", UUID.randomUUID(), "startsAt", starts, "endsAt", starts.plusSeconds(3_600),
                    "mode", "ONLINE", "capacity", 5, "competences", List.of())).exchange()
                    .expectStatus().isCreated().expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody().returnResult().getResponseHeaders().getLocation();
            coordinator.post().uri(event + "/publication").header("If-Match", "\"1\"").exchange().expectStatus().isOk();
            var seat = coordinator.post().uri(event + "/registrations").bodyValue(Map.of("personId", UUID.randomUUID())).exchange()
                    .expectStatus().isCreated().expectBody().returnResult().getResponseHeaders().getLocation();

            coordinator.get().uri(String.valueOf(seat)).exchange().expectStatus().isOk()
                    .expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody().jsonPath("$.status").isEqualTo("CONFIRMED");
            coordinator.get().uri("/api/events/v1/event-kinds").exchange().expectHeader().doesNotExist("X-Data-As-Of");
            assertThat(alone.readyAfter()).isLessThan(ServiceAlone.PROMISED);
        }
    }
}
