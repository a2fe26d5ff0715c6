package ru.nms.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.embedded.DataFolder;
import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.probe.ThingChanged;
import ru.nms.platform.probe.Things;
import ru.nms.platform.testkit.TestServers;

class RetellingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The backup was made when `changed` had its first version and before `lost` was created.
    @Test
    void makesEveryCopyTheImageOfARestoredOwner() {
        var database = TestServers.database("probe_retelling");
        try (var data = DataFolder.passing("nms-test-"); var kafka = KafkaServer.start(data.folder("kafka"), 0)) {
            UUID changed;
            UUID lost;
            UUID deleted;
            try (var before = Probe.start(database, kafka.bootstrapServers())) {
                var things = before.getBean(Things.class);
                things.create("same").block(PATIENCE);
                changed = things.create("of the backup").block(PATIENCE);
                things.rename(changed, "after the backup").block(PATIENCE);
                lost = things.create("lost").block(PATIENCE);
                deleted = things.create("deleted").block(PATIENCE);
                things.delete(deleted).block(PATIENCE);
                await().untilAsserted(() -> assertThat(copies(before)).hasSize(4).contains("1 2 after the backup"));
                run(before, "UPDATE thing SET version = 1, title = 'of the backup' WHERE id = '%s'".formatted(changed));
                run(before, "DELETE FROM thing WHERE id = '%s'".formatted(lost));
                run(before, "UPDATE epoch SET value = value + 1");
            }
            try (var after = Probe.start(database, kafka.bootstrapServers())) {
                var changes = recorded(after);
                var said = after.getBean(RetellingService.class).sayAll().block(PATIENCE);

                assertThat(recorded(after)).as("nobody changed anything").isEqualTo(changes);
                assertThat(said).containsExactly(new RetellingService.Said(ThingChanged.TOPIC.name(), 3, 1));
                await().untilAsserted(() -> assertThat(copies(after)).containsExactlyInAnyOrder(
                        "2 1 same", "2 1 of the backup", "2 1 gone", "2 2 gone"));
            }
        }
    }

    @Test
    void doesNotLetAnOwnerStartThatCannotSayEverythingAgain() {
        assertThatThrownBy(() -> new RetellingService(List.of(), new OwnTopics(List.of(ThingChanged.TOPIC)),
                new RetellingStore(Probe.shared().getBean(DatabaseClient.class)), new ToldThings(Probe.shared().getBean(KafkaSettings.class)),
                Probe.shared().getBean(Outbox.class), Probe.shared().getBean(ru.nms.platform.tx.Tx.class)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(ThingChanged.TOPIC.name());
    }

    private static List<String> copies(ConfigurableApplicationContext probe) {
        return probe.getBean(DatabaseClient.class).sql("SELECT concat_ws(' ', epoch, version, CASE WHEN deleted THEN 'gone' ELSE title END) AS copy FROM thing_copy")
                .map(row -> row.get("copy", String.class)).all().collectList().block(PATIENCE);
    }

    private static Long recorded(ConfigurableApplicationContext probe) {
        return probe.getBean(DatabaseClient.class).sql("SELECT count(*) AS n FROM change_audit")
                .map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }

    private static void run(ConfigurableApplicationContext probe, String sql) {
        probe.getBean(DatabaseClient.class).sql(sql).then().block(PATIENCE);
    }
}
