package ru.nms.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.embedded.KafkaServer;
import ru.nms.platform.embedded.Ports;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.probe.ThingChanged;
import ru.nms.platform.probe.Things;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.TestServers;
import ru.nms.platform.tx.Tx;

class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext probe = Probe.shared();
    private final Things things = probe.getBean(Things.class);
    private final Wire wire = new Wire(TestServers.kafka());

    @Test
    void refusesToAnnounceOutsideATransaction() {
        assertThatThrownBy(() -> things.announce(UUID.randomUUID(), 1, "x").block(PATIENCE))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("only in the transaction");
    }

    @Test
    void tellsAChangeAsACloudEventWithoutClassNames() {
        var id = things.create("Школа № 5").block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var record = told(id).getFirst();
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_type")).isEqualTo("probe.thing.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/nms/probe");
            assertThat(header(record, "ce_subject")).isEqualTo(id.toString());
            assertThat(header(record, "ce_id")).isNotBlank();
            assertThat(header(record, "ce_time")).isNotBlank();
            assertThat(record.value()).contains("\"title\":\"Школа № 5\"").doesNotContain("ru.nms");
        });
    }

    @Test
    void endsWithoutAStackTrace() {
        var id = things.create("before the end").block(PATIENCE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(id)).hasSize(1));
        var relay = probe.getBean(OutboxRelay.class);
        var logged = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        logged.start();
        root.addAppender(logged);
        try {
            relay.stop();
        } finally {
            root.detachAppender(logged);
            relay.start();
        }

        assertThat(logged.list).filteredOn(event -> event.getThrowableProxy() != null || event.getLevel() == Level.ERROR)
                .extracting(ILoggingEvent::getFormattedMessage).isEmpty();
        var later = things.create("after the end").block(PATIENCE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(later)).hasSize(1));
    }

    @Test
    void measuresWhatWaitsForKafka() {
        try (var alone = Probe.start(TestServers.database("backlog"), "localhost:9")) {
            var backlog = alone.getBean(OutboxBacklog.class);
            backlog.look().block(PATIENCE);
            assertThat(gauge(alone, "nms.outbox.rows")).isZero();
            assertThat(gauge(alone, "nms.outbox.age")).isZero();

            Flux.range(0, 3).concatMap(i -> alone.getBean(Things.class).create("waits")).blockLast(PATIENCE);
            alone.getBean(DatabaseClient.class).sql("UPDATE outbox SET occurred_at = now() - interval '1 hour'").then()
                    .block(PATIENCE);
            backlog.look().block(PATIENCE);

            assertThat(gauge(alone, "nms.outbox.rows")).isEqualTo(3);
            assertThat(gauge(alone, "nms.outbox.age")).isBetween(3_600.0, 3_660.0);
        }
    }

    private static double gauge(ConfigurableApplicationContext service, String name) {
        return service.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        var id = UUID.randomUUID();
        probe.getBean(Tx.class).run(things.announce(id, 1, "x").then(Mono.error(new IllegalArgumentException("no"))))
                .onErrorComplete().block(PATIENCE);
        var later = things.create("after").block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(later)).hasSize(1));
        assertThat(told(id)).isEmpty();
    }

    @Test
    void keepsTheOrderOfEachSubjectUnderConcurrentWriters() {
        var ids = Flux.range(0, 10).flatMap(i -> things.create("0")).collectList().block(PATIENCE);
        Flux.range(0, 20).flatMap(round -> Flux.fromIterable(ids).flatMap(id -> things.rename(id, "" + round)), 4)
                .blockLast(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids).allSatisfy(id ->
                assertThat(told(id)).extracting(record -> header(record, "ce_version")).containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 21).mapToObj(Long::toString).toList())));
    }

    @Test
    void tellsADeletionAsATombstone() {
        var id = things.create("x").block(PATIENCE);
        things.delete(id).block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(id)).extracting(ConsumerRecord::value)
                .hasSize(2).last().isNull());
    }

    @Test
    void hasOneRelayAtATimeAndAnotherTakesOver() {
        var database = TestServers.database("probe_two");
        var first = Probe.start(database, TestServers.kafka());
        try (var second = Probe.start(database, TestServers.kafka())) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(leaders(second)).isEqualTo(1));
            first.close();
            var id = second.getBean(Things.class).create("x").block(PATIENCE);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(id)).hasSize(1));
        }
    }

    @Test
    void writesGoOnWithoutKafkaAndTheBacklogDrains(@TempDir Path folder) throws Exception {
        int port = Ports.free();
        try (var lonely = Probe.start(TestServers.database("probe_lonely"), "127.0.0.1:" + port)) {
            var ids = Flux.range(0, 50).concatMap(i -> lonely.getBean(Things.class).create("t" + i))
                    .collectList().block(PATIENCE);
            assertThat(waiting(lonely)).isEqualTo(50);

            try (var kafka = KafkaServer.start(folder, port)) {
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(waiting(lonely)).isZero());
                assertThat(new Wire(kafka.bootstrapServers()).all("probe.thing.v1", record -> true))
                        .extracting(ConsumerRecord::key)
                        .containsExactlyInAnyOrderElementsOf(ids.stream().map(UUID::toString).toList());
            }
        }
    }

    private List<ConsumerRecord<String, String>> told(UUID id) {
        return wire.all(ThingChanged.TOPIC.name(), record -> record.key().equals(id.toString()));
    }

    private static long leaders(ConfigurableApplicationContext context) {
        return number(context, """
                SELECT count(*) AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                 WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()
                """);
    }

    private static long waiting(ConfigurableApplicationContext context) {
        return number(context, "SELECT count(*) AS n FROM outbox");
    }

    private static long number(ConfigurableApplicationContext context, String sql) {
        return context.getBean(DatabaseClient.class).sql(sql).map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
