package ru.nms.platform.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.NmsService;
import ru.nms.platform.testkit.ServiceUnderTest;

class SchemaHealthTest {

    @NmsService
    static class Application {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.start(Application.class, "schema",
            "nms.service.name=probe", "management.server.port=0", ServiceUnderTest.NO_KAFKA);

    private final WebTestClient management = WebTestClient.bindToServer().responseTimeout(PATIENCE)
            .baseUrl("http://localhost:" + SERVICE.context().getEnvironment().getProperty("local.management.port")).build();

    @AfterEach
    void restore() {
        sql("DELETE FROM schema_history WHERE installed_rank > 9000");
        sql("UPDATE schema_history_platform SET success = true");
    }

    @Test
    void isReadyWithTheSchemaOfThisBuild() {
        readiness(200);
    }

    @Test
    void isNotReadyOnceAnotherBuildHasMigratedFurther() {
        sql("""
                INSERT INTO schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (9001, '9001', 'later', 'SQL', 'later', 'later', 1, true)
                """);

        readiness(503);
        var health = SERVICE.bean(SchemaHealth.class).health().block(PATIENCE);
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails().get("found").toString()).contains("9001");
        assertThat(health.getDetails().get("expected").toString()).doesNotContain("9001");

        restore();
        readiness(200);
    }

    @Test
    void isNotReadyOverAnOlderSchema() {
        sql("""
                UPDATE schema_history_platform SET success = false
                 WHERE installed_rank = (SELECT max(installed_rank) FROM schema_history_platform)
                """);

        readiness(503);
    }

    @Test
    void keepsItsWordWhileTheDatabaseDoesNotAnswer() {
        sql("ALTER TABLE schema_history RENAME TO schema_history_away");
        try {
            readiness(200);
        } finally {
            sql("ALTER TABLE schema_history_away RENAME TO schema_history");
        }
    }

    private void readiness(int status) {
        management.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(status);
    }

    private static void sql(String text) {
        SERVICE.bean(DatabaseClient.class).sql(text).then().block(PATIENCE);
    }
}
