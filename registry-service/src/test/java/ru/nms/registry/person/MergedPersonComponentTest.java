package ru.nms.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.registry.Heard;
import ru.nms.registry.Shelf;

/// What others said of a record that was merged.
class MergedPersonComponentTest {

    private final UUID school = school(municipality("Аромашевский"));
    private final UUID from = teacher(school);
    private final UUID heir = teacher(school);

    @Test
    void givesDeficitsToTheOneWhoStaysBeforeAndAfter() {
        deficit("METHODICAL");
        merge();
        deficit("SUBJECT");

        get(coordinator(), "professional-profiles?personId=" + heir).expectBody()
                .jsonPath("$.items[0].deficits").isEqualTo(List.of("METHODICAL", "SUBJECT"));
    }

    @Test
    void saysAgainUnderWhomThePersonGoesOn() {
        merge();
        var told = Heard.on(PersonChanged.TOPIC, from);
        assertThat(told.json().get("mergedInto").asString()).isEqualTo(heir.toString());

        TYUMEN.inTransaction(TYUMEN.bean(PersonService.class).sayAgain(List.of(from, heir)));

        await().untilAsserted(() -> {
            var again = Heard.on(PersonChanged.TOPIC, from);
            assertThat(again.times()).isEqualTo(told.times() + 1);
            assertThat(again.json().get("mergedInto").asString()).isEqualTo(heir.toString());
        });
    }

    private void merge() {
        post(coordinator(), "people/" + from + "/merger", "{\"into\": \"%s\"}".formatted(heir)).expectStatus().isOk();
    }

    private void deficit(String competence) {
        Shelf.learns(TYUMEN, new DeficitChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Shelf.AT, from, competence, "HIGH", "OPEN",
                LocalDate.of(2025, 4, 1), null, UUID.randomUUID()));
    }
}
