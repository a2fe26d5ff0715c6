package ru.nms.platform.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.outbox.Epoch;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.probe.Things;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.testkit.TestServers;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FeedService feeds = Probe.shared().getBean(FeedService.class);
    private final Things things = Probe.shared().getBean(Things.class);
    private final DatabaseClient db = Probe.shared().getBean(DatabaseClient.class);
    private final JsonMapper json = JsonMapper.builder().build();

    /// A client's copy, kept only by what the feed says.
    private final class Copy {

        private final Map<UUID, JsonNode> living = new HashMap<>();
        private final Set<UUID> seen = new HashSet<>();
        private FeedService feeds = FeedTest.this.feeds;
        private String cursor;

        void catchUp(int limit) {
            JsonNode page;
            do {
                page = json.readTree(feeds.changes("things", cursor, limit).block(PATIENCE));
                page.get("items").forEach(this::take);
                cursor = page.get("next").asString();
            } while (page.get("more").asBoolean());
        }

        private void take(JsonNode item) {
            var id = UUID.fromString(item.get("id").asString());
            seen.add(id);
            if (item.get("deleted").asBoolean()) {
                assertThat(item.get("key").get("id").asString()).isEqualTo(id.toString());
                living.remove(id);
            } else {
                living.put(id, item);
            }
        }
    }

    @Test
    void missesNothingWhileOthersWrite() {
        var done = new AtomicBoolean();
        var ids = Flux.range(0, 50).flatMap(i -> things.create("n" + i)).collectList().block(PATIENCE);
        var writers = Flux.range(0, 600)
                .flatMap(i -> things.rename(ids.get(i % 50), "v" + i)
                        .then(i % 7 == 0 ? things.create("late" + i).then() : Mono.empty()), 8)
                .doFinally(end -> done.set(true))
                .subscribe();
        var copy = new Copy();
        while (!done.get()) {
            copy.catchUp(13);
        }
        writers.dispose();

        await().atMost(PATIENCE).untilAsserted(() -> {
            copy.catchUp(100);
            assertThat(versions(copy)).isEqualTo(versionsOfTheOwner());
        });
    }

    @Test
    void waitsForATransactionThatBeganEarlierAndCommitsLater() {
        var copy = new Copy();
        var late = UUID.randomUUID();
        var slow = Probe.shared().getBean(Tx.class).run(
                db.sql("INSERT INTO thing (id, version, title) VALUES (:id, 1, 'slow')").bind("id", late).then()
                        .then(Mono.delay(Duration.ofSeconds(2))).then()).cache();
        slow.subscribe();
        await().until(() -> runningWriters() > 0);

        var quick = things.create("quick").block(PATIENCE);
        copy.catchUp(100);
        assertThat(copy.living).as("not stepped over").doesNotContainKey(quick);

        slow.block(PATIENCE);
        await().untilAsserted(() -> {
            copy.catchUp(100);
            assertThat(copy.living).containsKeys(quick, late);
        });
    }

    @Test
    void claimsNoConsistencyBehindAStrangersTransaction() throws Exception {
        var other = TestServers.database("feed_stranger");
        try (var connection = DriverManager.getConnection(other.jdbcUrl(), other.user(), other.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");
            var begun = Instant.now();
            things.create("behind").block(PATIENCE);

            assertThat(feeds.states().blockFirst(PATIENCE).consistentThrough()).isBeforeOrEqualTo(begun);
        }
    }

    @Test
    void showsDeletionsAsTombstones() {
        var copy = new Copy();
        var id = things.create("x").block(PATIENCE);
        await().untilAsserted(() -> {
            copy.catchUp(100);
            assertThat(copy.living).containsKey(id);
        });

        things.delete(id).block(PATIENCE);

        await().untilAsserted(() -> {
            copy.catchUp(100);
            assertThat(copy.living).doesNotContainKey(id);
        });
    }

    @Test
    void provesThatACopyIsComplete() throws Exception {
        things.create("proof").block(PATIENCE);
        var copy = new Copy();
        await().untilAsserted(() -> {
            copy.catchUp(100);
            assertThat(versions(copy)).isEqualTo(versionsOfTheOwner());
        });

        var lines = new StringBuilder();
        new TreeMap<>(versions(copy)).forEach((id, version) -> lines.append(id).append(':').append(version).append('\n'));
        var own = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(lines.toString().getBytes(StandardCharsets.UTF_8)));

        var proof = feeds.checksum("things").block(PATIENCE);
        assertThat(proof.count()).isEqualTo(copy.living.size());
        assertThat(proof.sha256()).isEqualTo(own);
    }

    @Test
    void expiresCursorsOfAnEarlierEpoch() {
        var cursors = Probe.shared().getBean(ru.nms.platform.list.Cursors.class);
        var old = new FeedCursor(0, 5, UUID.randomUUID(), 0, "").seal(cursors, "things");

        assertGone(old);
    }

    @Test
    void expiresCursorsBehindRemovedTombstones() {
        db.sql("INSERT INTO feed_floor (collection, tx) VALUES ('things', '700')").then().block(PATIENCE);
        var cursors = Probe.shared().getBean(ru.nms.platform.list.Cursors.class);
        try {
            assertGone(new FeedCursor(1, 699, UUID.randomUUID(), 0, "").seal(cursors, "things"));
            assertGone(new FeedCursor(1, 699, UUID.randomUUID(), 699, "").seal(cursors, "things"));
            assertGone(new FeedCursor(1, 700, UUID.randomUUID(), 0, "").seal(cursors, "things"));
            assertThat(feeds.changes("things", FeedCursor.before(1, 701, 0, "").seal(cursors, "things"), 1)
                    .block(PATIENCE)).as("told of everything up to the floor").isNotBlank();
            assertThat(feeds.changes("things", new FeedCursor(1, 5, UUID.randomUUID(), 700, "").seal(cursors, "things"), 1)
                    .block(PATIENCE)).as("a copy that was begun behind the floor").isNotBlank();
        } finally {
            db.sql("DELETE FROM feed_floor").then().block(PATIENCE);
        }
    }

    @Test
    void removesOldTombstonesAndThenRefusesThoseWhoWereNotTold() {
        var told = new Copy();
        var away = new Copy();
        var young = things.create("young").block(PATIENCE);
        var old = things.create("old").block(PATIENCE);
        things.delete(young).block(PATIENCE);
        await().untilAsserted(() -> {
            away.catchUp(100);
            assertThat(away.living).containsKey(old);
        });
        things.delete(old).block(PATIENCE);
        db.sql("UPDATE thing SET changed_at = :then WHERE id = :id")
                .bind("then", Instant.now().minus(Duration.ofDays(401))).bind("id", old).then().block(PATIENCE);
        await().untilAsserted(() -> {
            told.catchUp(100);
            assertThat(told.seen).contains(old);
        });
        try {
            assertThat(Probe.shared().getBean(Tombstones.class).removeOld().block(PATIENCE)).isEqualTo(1);

            assertThat(number("SELECT count(*) AS n FROM thing WHERE id = '%s'".formatted(old))).isZero();
            assertThat(number("SELECT count(*) AS n FROM thing WHERE id = '%s'".formatted(young))).isEqualTo(1);
            assertGone(away.cursor);
            var fresh = new Copy();
            await().untilAsserted(() -> {
                told.catchUp(100);
                fresh.catchUp(3);
                assertThat(versions(told)).isEqualTo(versions(fresh)).isEqualTo(versionsOfTheOwner());
            });
        } finally {
            db.sql("DELETE FROM feed_floor").then().block(PATIENCE);
        }
    }

    @Test
    void emitsEverythingAgainWhenMoreIsShown() {
        var id = things.create("shown").block(PATIENCE);
        var copy = new Copy();
        await().untilAsserted(() -> {
            copy.catchUp(100);
            assertThat(copy.living).containsKey(id);
        });
        var wider = new Feed("things", "thing t", "t", "json_build_object('title', t.title, 'createdAt', t.created_at)",
                "json_build_object('id', t.id)", java.util.List.of());
        copy.feeds = new FeedService(java.util.List.of(wider), new FeedStore(db), Probe.shared().getBean(Epoch.class),
                Probe.shared().getBean(ru.nms.platform.list.Cursors.class));

        copy.catchUp(7);

        assertThat(copy.living.get(id).path("data").path("createdAt").asString()).isNotEmpty();
        assertThat(copy.living.values()).allMatch(item -> item.path("data").has("createdAt"));
        copy.seen.clear();
        copy.catchUp(7);
        assertThat(copy.seen).as("and only once").isEmpty();
    }

    @Test
    void refusesCursorsOfAnotherCollection() {
        var foreign = new FeedCursor(1, 5, UUID.randomUUID(), 0, "")
                .seal(Probe.shared().getBean(ru.nms.platform.list.Cursors.class), "people");

        assertThatThrownBy(() -> feeds.changes("things", foreign, 1).block(PATIENCE)).isInstanceOf(Refusal.class);
    }

    private void assertGone(String cursor) {
        assertThatThrownBy(() -> feeds.changes("things", cursor, 10).block(PATIENCE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(410);
                    assertThat(refusal.code()).isEqualTo("cursor-expired");
                });
    }

    private static Map<String, Long> versions(Copy copy) {
        Map<String, Long> versions = new HashMap<>();
        copy.living.forEach((id, item) -> versions.put(id.toString(), item.get("version").asLong()));
        return versions;
    }

    private Map<String, Long> versionsOfTheOwner() {
        return db.sql("SELECT CAST(id AS text) AS id, version FROM thing WHERE NOT deleted")
                .map(row -> Map.entry(row.get("id", String.class), row.get("version", Long.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue).block(PATIENCE);
    }

    private long runningWriters() {
        return number("SELECT count(*) AS n FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid()");
    }

    private long number(String sql) {
        return db.sql(sql).map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }
}
