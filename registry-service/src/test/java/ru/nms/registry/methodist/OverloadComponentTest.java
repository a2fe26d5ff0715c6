package ru.nms.registry.methodist;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;
import ru.nms.registry.RegistryApplication;

/// A registry that only warns.
class OverloadComponentTest {

    private static final Region WARNING = new Region(ServiceUnderTest.start(RegistryApplication.class, "registry",
            "nms.region=tyumen", "nms.methodist.overload=WARN", ServiceUnderTest.NO_KAFKA));

    @Test
    @Clause("REG-070")
    void tellsOfOneTooManyAndLetsItPass() {
        var school = WARNING.school();
        var methodist = WARNING.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(WARNING.teacher(school)));
        WARNING.service().inTransaction(WARNING.service().bean(DatabaseClient.class).sql("""
                WITH made AS (INSERT INTO person (id, version, created_at, changed_at, last_name, first_name, name_key)
                    SELECT gen_random_uuid(), 1, now(), now(), 'Ф', 'И', 'ф и' FROM generate_series(1, 249) RETURNING id)
                INSERT INTO assignment (id, version, created_at, changed_at, methodist_id, person_id, since)
                SELECT gen_random_uuid(), 1, now(), now(), :methodist, id, DATE '2026-02-01' FROM made
                """).bind("methodist", methodist).then());

        assign(methodist, WARNING.teacher(school)).jsonPath("$.warning").doesNotExist();
        assign(methodist, WARNING.teacher(school)).jsonPath("$.warning.code").isEqualTo("methodist-full")
                .jsonPath("$.warning.limit").isEqualTo(250).jsonPath("$.warning.clause").value(Registry.citing("385"));
        WARNING.get("methodists/" + methodist).jsonPath("$.accompanied").isEqualTo(251);

        var ended = WARNING.teacher(school);
        var id = WARNING.created("assignments", body(methodist, ended, "2026-01-10\", \"until\": \"2026-01-20"));
        WARNING.put("assignments/" + id, 1, body(methodist, ended, "2026-01-10")).expectStatus().isOk().expectBody()
                .jsonPath("$.warning.code").isEqualTo("methodist-full");
    }

    private static org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec assign(UUID methodist, UUID person) {
        return WARNING.post("assignments", body(methodist, person, "2026-02-01")).expectStatus().isCreated().expectBody();
    }

    private static String body(UUID methodist, UUID person, String since) {
        return """
                {"methodistId": "%s", "personId": "%s", "since": "%s"}""".formatted(methodist, person, since);
    }
}
