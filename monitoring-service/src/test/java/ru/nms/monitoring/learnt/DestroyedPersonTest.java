package ru.nms.monitoring.learnt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.monitoring.Monitoring;
import ru.nms.platform.testkit.Forgotten;

/// The registry decides that nothing may be kept of somebody.
class DestroyedPersonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Monitoring monitoring = Monitoring.hearing();
    private final Forgotten forgotten = new Forgotten(monitoring.service(), "person");

    @Test
    void keepsNothingHoweverLateItIsTold() {
        var person = monitoring.teacher(monitoring.municipality("A"));
        var result = monitoring.result(person, "2026-03-01");
        monitoring.route(person, true, "2026-04-01");
        assertThat(forgotten.tablesWith(person)).hasSize(3);

        forgotten.tell(PersonFateChanged.TOPIC, new PersonFateChanged(UUID.randomUUID(), person, 1, 2, Instant.EPOCH, PersonFateChanged.DESTROYED));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(forgotten.tablesWith(person)).isEmpty());

        forgotten.tell(ResultChanged.TOPIC, new ResultChanged(UUID.randomUUID(), result, 1, 9, Instant.EPOCH, person, "Диагностика", "CNPPM",
                LocalDate.EPOCH, List.of()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(monitoring.service().inTransaction(monitoring.db()
                .sql("SELECT version FROM result WHERE id = :id").bind("id", result).map(row -> row.get(0, Long.class)).one())).isEqualTo(9));
        assertThat(forgotten.tablesWith(person)).isEmpty();
    }
}
