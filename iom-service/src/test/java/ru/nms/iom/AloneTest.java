package ru.nms.iom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceAlone;

@Timeout(180)
class AloneTest {

    private static final String ROUTES = "/api/iom/v1/routes";

    private final UUID person = UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /// A system of the region that writes the same events can take the place of both other services.
    @Test
    void drawsUpRoutesWithoutAnyOtherServiceAndMarksWhatItHasNotLearnt() {
        try (var alone = ServiceAlone.start(IomApplication.class, "iom", "nms.region=tyumen")) {
            var teacher = alone.as(Role.TEACHER, person);
            var wish = Map.of("personId", person, "from", today, "until", today.plusMonths(9));
            teacher.get().uri(ROUTES).exchange().expectStatus().isOk().expectHeader().valueEquals("X-Data-As-Of", "never");
            teacher.post().uri(ROUTES).bodyValue(wish).exchange().expectStatus().isEqualTo(409)
                    .expectHeader().doesNotExist("X-Data-As-Of")
                    .expectBody().jsonPath("$.missing[0]").isEqualTo("registry.person.v1");
            assertThat(alone.readyAfter()).isLessThan(ServiceAlone.PROMISED);

            alone.hears(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), person, 1, 1, Instant.now(), List.of(
                    new Post(UUID.randomUUID(), null, "TEACHER", true, List.of(), today.minusYears(3), null)), null, null, null));
            alone.hears(ResultChanged.TOPIC, new ResultChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Instant.now(), person,
                    "ENTRY_2026", "CNPPM", today.minusDays(1), List.of()));
            await().untilAsserted(() -> teacher.post().uri(ROUTES).bodyValue(wish).exchange().expectStatus().isCreated());

            teacher.get().uri(ROUTES).exchange().expectStatus().isOk()
                    .expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody().jsonPath("$.items[0].status").isEqualTo("DRAFT");
        }
    }
}
