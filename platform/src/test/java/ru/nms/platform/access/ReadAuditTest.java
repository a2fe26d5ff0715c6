package ru.nms.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.testkit.TestServers;

class ReadAuditTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller CALLER = new Caller("subject-1", Set.of(Role.METHODIST, Role.TEACHER), UUID.randomUUID(),
            UUID.randomUUID(), null, Set.of());

    private final ConnectionPool pool = pool();
    private final DatabaseClient db = DatabaseClient.create(pool);
    private final ReadAudit audit = new ReadAudit(db, Clock.systemUTC());

    private static ConnectionPool pool() {
        var database = TestServers.database("read_audit");
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(
                ConnectionFactoryOptions.parse(database.r2dbcUrl()).mutate()
                        .option(ConnectionFactoryOptions.USER, database.user())
                        .option(ConnectionFactoryOptions.PASSWORD, database.password()).build())).maxSize(4).build());
    }

    @BeforeEach
    void schema() throws IOException {
        run(new ClassPathResource("db/platform/V010__create_read_audit.sql").getContentAsString(UTF_8));
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void writesWhoSawWhomBeforeItAnswers() {
        var subjects = List.of(UUID.randomUUID(), UUID.randomUUID());

        audit.record(CALLER, subjects, "identity", "GET /api/registry/v1/people", "request-1")
                .then(Mono.defer(() -> db.sql("""
                        SELECT caller || '|' || roles || '|' || operation || '|' || fields || '|' || subject_count || '|'
                               || request_id || '|' || (subject_ids = :subjects)
                          FROM read_audit
                        """).bind("subjects", subjects.toArray(UUID[]::new)).mapValue(String.class).one()))
                .as(row -> assertThat(row.block(PATIENCE)))
                .isEqualTo("subject-1|METHODIST TEACHER|GET /api/registry/v1/people|identity|2|request-1|true");
    }

    @Test
    void keepsTenThousandConcurrentReadsInFarFewerStatements() {
        Flux.range(0, 10_000)
                .flatMap(i -> audit.record(CALLER, List.of(UUID.randomUUID()), "identity", "GET /", "request-" + i), 10_000)
                .then().block(PATIENCE);

        assertThat(number("SELECT count(DISTINCT request_id) FROM read_audit")).isEqualTo(10_000);
        assertThat(number("SELECT count(DISTINCT xmin::text) FROM read_audit")).isLessThan(200);
    }

    @Test
    void refusesTheReadItCannotRecord() {
        run("ALTER TABLE read_audit RENAME TO read_audit_away");

        assertThatThrownBy(() -> record("request-1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("audit-unavailable");
            assertThat(refusal.status().value()).isEqualTo(503);
        });

        run("ALTER TABLE read_audit_away RENAME TO read_audit");
        record("request-2");
        assertThat(number("SELECT count(*) FROM read_audit")).isEqualTo(1);
    }

    @Test
    void recordsAReadThatIsGivenUpHalfWay() {
        for (int i = 0; i < 200; i++) {
            audit.record(CALLER, List.of(), "identity", "GET /", "request-" + i).subscribe().dispose();
        }
        record("last");

        assertThat(number("SELECT count(*) FROM read_audit")).isEqualTo(201);
    }

    @Test
    void neverChangesWhatIsRecorded() {
        record("request-1");

        for (var change : List.of("UPDATE read_audit SET caller = 'x'", "DELETE FROM read_audit", "TRUNCATE read_audit")) {
            assertThatThrownBy(() -> run(change)).hasStackTraceContaining("append-only");
        }
    }

    private void record(String request) {
        audit.record(CALLER, List.of(UUID.randomUUID()), "identity", "GET /", request).block(PATIENCE);
    }

    private void run(String sql) {
        db.sql(sql).then().block(PATIENCE);
    }

    private long number(String sql) {
        return Objects.requireNonNull(db.sql(sql).mapValue(Long.class).one().block(PATIENCE));
    }
}
