package ru.nms.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.TestServers;

/// What stands on the topics has exactly the shape of the golden files: no score among it.
class AnnouncedComponentTest {

    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    @Clause("DIA-020")
    void tellsResultsInTheGoldenShape() {
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399).replace("\"takenOn\"", "\"round\": \"2\", \"takenOn\""));

        assertThat(newest(ResultChanged.TOPIC, 1)).isEqualTo(Golden.shape(Golden.event(ResultChanged.TOPIC)));
    }

    @Test
    @Clause("DIA-020")
    void tellsDeficitsInTheGoldenShape() {
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        recorded(PERM, result(person, "2026-05-01", "METHODICAL", 999));

        assertThat(newest(DeficitChanged.TOPIC, 2)).isEqualTo(Golden.shape(Golden.event(DeficitChanged.TOPIC)));
    }

    private Object newest(Topic<?> topic, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> records(topic).size() == count);
        var record = records(topic).getLast();
        assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8)).isEqualTo(topic.name());
        return Golden.shape(Golden.read(record.value()));
    }

    private List<ConsumerRecord<String, String>> records(Topic<?> topic) {
        return new Wire(TestServers.kafka()).all(topic.name(), record -> String.valueOf(record.value()).contains(person.toString()));
    }
}
