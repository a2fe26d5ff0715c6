package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceAlone;

@Timeout(180)
class AloneTest {

    @Test
    void isReadyAndKeepsOrganisationsWithoutAnyOtherService() {
        try (var alone = ServiceAlone.start(RegistryApplication.class, "registry", "nms.region=tyumen")) {
            var coordinator = alone.as(Role.COORDINATOR);
            var made = coordinator.post().uri("/api/registry/v1/organisations")
                    .bodyValue(Map.of("kind", "CNPPM", "level", "REGIONAL", "name", "Центр")).exchange()
                    .expectStatus().isCreated().expectBody().returnResult().getResponseHeaders().getLocation();

            coordinator.get().uri(String.valueOf(made)).exchange().expectStatus().isOk()
                    .expectHeader().doesNotExist("X-Data-As-Of")
                    .expectBody().jsonPath("$.name").isEqualTo("Центр");
            assertThat(alone.readyAfter()).isLessThan(ServiceAlone.PROMISED);
        }
    }
}
