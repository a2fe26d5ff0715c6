package ru.nms.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceAlone;

@Timeout(180)
class AloneTest {

    private static final String COVERAGE = "$.items[?(@.canonical == 'diagnostics_coverage')]";

    /// Who is to be counted is heard; what is to be counted of them is not.
    @Test
    void countsWithoutAnyOtherServiceAndMarksWhatItHasNotLearnt() {
        try (var alone = ServiceAlone.start(MonitoringApplication.class, "monitoring", "nms.region=tyumen")) {
            var coordinator = alone.as(Role.COORDINATOR);
            coordinator.get().uri("/api/monitoring/v1/indicators").exchange().expectStatus().isOk()
                    .expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody().jsonPath(COVERAGE + ".noDataReason").value(reasons -> assertThat(reasons).asList().containsOnly("NOT_LEARNT"));
            assertThat(alone.readyAfter()).isLessThan(ServiceAlone.PROMISED);

            alone.hears(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Instant.now(), List.of(
                    new Post(UUID.randomUUID(), null, "TEACHER", true, List.of(), Monitoring.LONG_AGO, null)), null, null, null));

            await().untilAsserted(() -> coordinator.get().uri("/api/monitoring/v1/indicators").exchange()
                    .expectHeader().valueEquals("X-Data-As-Of", "never")
                    .expectBody()
                    .jsonPath(COVERAGE + ".denominator").value(found -> assertThat(found).asList().containsOnly(1))
                    .jsonPath(COVERAGE + ".noDataReason").value(reasons -> assertThat(reasons).asList().containsOnly("NOT_LEARNT")));
        }
    }
}
