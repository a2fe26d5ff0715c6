package ru.nms.platform.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import io.r2dbc.pool.ConnectionPool;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.ServiceSettings;
import ru.nms.platform.testkit.TestServers;

class TxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ConnectionPool pool;
    private DatabaseClient db;
    private R2dbcTransactionManager manager;

    @BeforeEach
    void connect() {
        var database = TestServers.database("tx_test");
        var settings = new DatabaseSettings(database.host(), database.port(), database.name(), database.user(),
                database.password(), null, 5, Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(10),
                Duration.ofSeconds(30), Duration.ofSeconds(2));
        pool = new DatabaseConfiguration().connectionFactory(settings, new ServiceSettings("probe"),
                Migrations.run(settings, "probe"));
        db = DatabaseClient.create(pool);
        manager = new R2dbcTransactionManager(pool);
    }

    @AfterEach
    void disconnect() {
        pool.dispose();
    }

    @Test
    void leavesNoTransactionBehindWhenRequestsAreCancelled() {
        var tx = new Tx(manager);

        cancelStorm(tx.run(insert()));

        assertThat(statementsInsideAForeignTransaction()).isZero();
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    /// The danger that Tx is for. Should this ever find nothing, the driver was mended and the shield may go.
    @Test
    void findsForeignTransactionsWithoutTheShield() {
        var operator = TransactionalOperator.create(manager);
        long leaked = 0;
        for (int round = 0; round < 60 && leaked == 0; round++) {
            cancelStorm(operator.transactional(insert()));
            leaked = statementsInsideAForeignTransaction();
        }
        assertThat(leaked).isPositive();
    }

    @Test
    void finishesWhatACancelledRequestBegan() {
        var tx = new Tx(manager);

        var request = tx.run(Mono.delay(Duration.ofMillis(50)).then(insert())).subscribe();
        request.dispose();

        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(count()).isEqualTo(1));
    }

    @Test
    void rollsBackOnAnyError() {
        var tx = new Tx(manager);

        var outcome = tx.run(insert().then(Mono.<Void>error(new IllegalArgumentException("no"))))
                .onErrorComplete(IllegalArgumentException.class)
                .blockOptional(PATIENCE);

        assertThat(outcome).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void joinsTheOuterTransaction() {
        var tx = new Tx(manager);

        tx.run(tx.run(insert()).then(Mono.<Void>error(new IllegalArgumentException("no"))))
                .onErrorComplete().block(PATIENCE);

        assertThat(count()).isZero();
    }

    @Test
    void waitsForAFreeConnectionNoLongerThanTold() {
        var held = Flux.range(0, 5).flatMap(i -> pool.create()).collectList().block(PATIENCE);

        var failure = db.sql("SELECT 1").then().materialize().block(PATIENCE);

        assertThat(failure.isOnError()).isTrue();
        Flux.fromIterable(held).flatMap(io.r2dbc.spi.Connection::close).blockLast(PATIENCE);
    }

    @Test
    void boundsStatementsInTheDatabase() {
        var failure = db.sql("SELECT pg_sleep(30)").then().materialize().block(Duration.ofSeconds(10));

        assertThat(failure.getThrowable()).hasMessageContaining("statement timeout");
    }

    @Test
    void recoversAfterTheServerDroppedEveryConnection() {
        db.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user "
                + "AND pid <> pg_backend_pid()").then().block(PATIENCE);

        for (int i = 0; i < 20; i++) {
            assertThat(count()).isZero();
        }
    }

    private Mono<Void> insert() {
        return db.sql("INSERT INTO thing (id, version, title) VALUES (gen_random_uuid(), 1, 'x')").then();
    }

    private long count() {
        return db.sql("SELECT count(*) AS n FROM thing").map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }

    private void cancelStorm(Mono<Void> transaction) {
        Flux.range(0, 4_000)
                .flatMap(i -> transaction.timeout(anyMoment()).onErrorComplete(), 10)
                .blockLast(PATIENCE);
        Mono.delay(Duration.ofMillis(200)).block();
    }

    /// Of a transaction, which takes one to eight milliseconds, as the machine is.
    private static Duration anyMoment() {
        var random = ThreadLocalRandom.current();
        return Duration.ofNanos(random.nextLong(1_000_000L << random.nextInt(4)));
    }

    private long statementsInsideAForeignTransaction() {
        return Flux.range(0, 640)
                .flatMap(i -> db.sql("""
                        SELECT now() < statement_timestamp() - interval '50 milliseconds' AS foreign_tx
                        """)
                        .map(row -> row.get("foreign_tx", Boolean.class)).one().onErrorComplete(), 5)
                .filter(Boolean::booleanValue)
                .count().block(PATIENCE);
    }
}
