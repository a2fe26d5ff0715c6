package ru.nms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.probe.ThingChanged;
import ru.nms.platform.probe.Things;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.TestServers;
import ru.nms.platform.tx.DatabaseSettings;

class ProjectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = ThingChanged.TOPIC.name();

    private final ConfigurableApplicationContext probe = Probe.shared();
    private final DatabaseClient db = probe.getBean(DatabaseClient.class);
    private final Things things = probe.getBean(Things.class);
    private final Wire wire = new Wire(TestServers.kafka());

    @Test
    void learnsWhatTheOwnerSays() {
        var id = things.create("one").block(PATIENCE);
        things.rename(id, "two").block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(id)).isEqualTo("2 two"));
    }

    @Test
    void measuresHowFarItIsBehind() throws Exception {
        var id = UUID.randomUUID();
        var settings = probe.getBean(DatabaseSettings.class);
        try (var holder = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE thing_copy IN ACCESS EXCLUSIVE MODE");
            for (int version = 1; version <= 1_200; version++) {
                wire.sendThing(id, version, "v" + version);
            }

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag()).isPositive());
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(id)).isEqualTo("1200 v1200"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag()).isZero());
    }

    private double lag() {
        return probe.getBean(MeterRegistry.class).get("nms.projection.lag").tag("topic", TOPIC).gauge().value();
    }

    @Test
    void ignoresRepeatedAndOlderEvents() throws Exception {
        var id = UUID.randomUUID();
        wire.sendThing(id, 3, "new");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(id)).isEqualTo("3 new"));

        wire.sendThing(id, 2, "old");
        wire.sendThing(id, 3, "repeated");
        onceEverythingIsRead(id);

        assertThat(copy(id)).isEqualTo("3 new");
    }

    @Test
    void keepsADeletionAgainstLateEvents() throws Exception {
        var id = UUID.randomUUID();
        wire.sendThing(id, 1, "there");
        wire.send(TOPIC, id.toString(), null, 2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(deleted(id)).isTrue());

        wire.sendThing(id, 1, "late");
        onceEverythingIsRead(id);

        assertThat(deleted(id)).isTrue();
    }

    @Test
    void parksPoisonWithAReasonAndGoesOn() throws Exception {
        var good = UUID.randomUUID();
        var broken = UUID.randomUUID();
        wire.send(TOPIC, broken.toString(), "{not json", 1);
        wire.send(TOPIC, broken.toString(), "{\"title\":\"no envelope\"}", 1);
        wire.send(TOPIC, "no-id", "{}", 1);
        wire.sendThing(good, 1, "good");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(good)).isEqualTo("1 good"));
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(reasons(broken.toString())).containsExactlyInAnyOrder("unreadable", "incomplete"));
        assertThat(reasons("no-id")).contains("key-is-no-id");
    }

    @Test
    void parksWhatTheDatabaseRefusesAloneAndReplaysIt() throws Exception {
        var refused = UUID.randomUUID();
        var good = UUID.randomUUID();
        sql("ALTER TABLE thing_copy ADD CONSTRAINT no_swearing CHECK (title <> 'damn') NOT VALID");
        wire.sendThing(refused, 1, "damn");
        wire.sendThing(good, 1, "fine");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(good)).isEqualTo("1 fine"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reasons(refused.toString())).hasSize(1));

        sql("ALTER TABLE thing_copy DROP CONSTRAINT no_swearing");
        probe.getBean(Replay.class).run(probe.getBean(Projection.class));

        assertThat(copy(refused)).isEqualTo("1 damn");
    }

    @Test
    void waitsForAnOutageToPassAndParksNothing() throws Exception {
        var id = UUID.randomUUID();
        try (var connection = java.sql.DriverManager.getConnection(TestServers.postgres().jdbcUrl()
                .replaceAll("/[^/]*$", "/probe"), "probe", password())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE thing_copy IN ACCESS EXCLUSIVE MODE");
            wire.sendThing(id, 1, "patient");
            await().pollDelay(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(6)).until(() -> true);
            connection.rollback();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(id)).isEqualTo("1 patient"));
        assertThat(reasons(id.toString())).isEmpty();
    }

    @Test
    void rebuildsWithoutShowingAHalf() {
        var ids = Flux.range(0, 300).flatMap(i -> things.create("r" + i), 8).collectList().block(PATIENCE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies(ids)).isEqualTo(300));
        sql("UPDATE thing_copy SET title = 'damaged'");
        long reactions = reactions();
        int rebuilds = Things.REBUILDS.get();

        var fewest = new java.util.concurrent.atomic.AtomicLong(Long.MAX_VALUE);
        var watch = Flux.interval(Duration.ofMillis(5)).onBackpressureDrop()
                .concatMap(tick -> copiesLater(ids)).subscribe(n -> fewest.accumulateAndGet(n, Math::min));
        probe.getBean(Rebuild.class).run(probe.getBean(Projection.class));
        watch.dispose();

        assertThat(fewest.get()).isEqualTo(300);
        assertThat(number("SELECT count(*) AS n FROM thing_copy WHERE title = 'damaged'")).isZero();
        assertThat(reactions()).as("a rebuild takes no decision again").isEqualTo(reactions);
        assertThat(Things.REBUILDS.get()).as("but says once that it has been").isEqualTo(rebuilds + 1);
    }

    @Test
    void tellsWhatItHasLearnt() {
        var id = things.create("progress").block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copy(id)).isNotNull());

        var learnt = probe.getBean(Progress.class).of(ThingChanged.TOPIC).block(PATIENCE);
        assertThat(learnt.events()).isPositive();
        assertThat(learnt.lastEvent()).isBeforeOrEqualTo(java.time.Instant.now());
    }

    /// A marker on the same key travels the same partition.
    private void onceEverythingIsRead(UUID sameKey) throws Exception {
        var marker = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            wire.sendThing(UUID.randomUUID(), 1, "filler");
        }
        wire.send(TOPIC, sameKey.toString(), "{marker " + marker, 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(wire.all(TOPIC + ".dlt",
                record -> record.value() != null && record.value().contains(marker.toString()))).hasSize(1));
    }

    private List<String> reasons(String key) {
        return wire.all(TOPIC + ".dlt", record -> record.key().equals(key)).stream()
                .map(record -> new String(record.headers().lastHeader("nms_reason").value(), StandardCharsets.UTF_8))
                .map(reason -> reason.split(":")[0])
                .toList();
    }

    private String copy(UUID id) {
        return db.sql("SELECT version || ' ' || title AS text FROM thing_copy WHERE id = :id").bind("id", id)
                .map(row -> row.get("text", String.class)).one().block(PATIENCE);
    }

    private Boolean deleted(UUID id) {
        return db.sql("SELECT deleted FROM thing_copy WHERE id = :id").bind("id", id)
                .map(row -> row.get("deleted", Boolean.class)).one().block(PATIENCE);
    }

    private long copies(List<UUID> ids) {
        return copiesLater(ids).block(PATIENCE);
    }

    private reactor.core.publisher.Mono<Long> copiesLater(List<UUID> ids) {
        return db.sql("SELECT count(*) AS n FROM thing_copy WHERE id = ANY (:ids)")
                .bind("ids", ids.toArray(UUID[]::new)).map(row -> row.get("n", Long.class)).one();
    }

    private long reactions() {
        return number("SELECT coalesce(sum(times), 0) AS n FROM thing_reaction");
    }

    private long number(String sql) {
        return db.sql(sql).map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }

    private void sql(String text) {
        db.sql(text).then().block(PATIENCE);
    }

    private String password() {
        return probe.getEnvironment().getProperty("nms.database.password");
    }
}
