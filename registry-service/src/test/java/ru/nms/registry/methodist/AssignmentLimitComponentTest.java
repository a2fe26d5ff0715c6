package ru.nms.registry.methodist;

import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;

/// The 251st teacher of a methodist on any one day, however the assignment comes to hold on it.
@Clause("REG-070")
class AssignmentLimitComponentTest {

    private final UUID school = Registry.school(municipality("Абатский"));
    private final UUID teacher = Registry.teacher(school);
    private final UUID methodist = created("methodists", """
            {"personId": "%s", "kind": "REGIONAL", "since": "2024-01-01"}""".formatted(Registry.teacher(school)));

    @Test
    void isRefusedWhenItIsMade() {
        others(249, "2025-01-01", null);
        assign(teacher, "2025-02-01", null).expectStatus().isCreated();
        full(assign(Registry.teacher(school), "2025-02-01", null));
    }

    @Test
    void isRefusedWhenTheBeginningIsMovedIntoAFullTime() {
        others(250, "2025-01-01", "2025-06-01");
        var id = assigned("2025-06-01", null);

        full(change(id, 1, "2025-05-31", null));
        change(id, 1, "2025-06-02", null).expectStatus().isOk();
        change(id, 2, "2025-06-01", null).expectStatus().isOk();
    }

    @Test
    void passesAsThe250thWhereverTheBeginningIsMoved() {
        others(249, "2025-01-01", "2025-06-01");
        change(assigned("2025-06-01", null), 1, "2025-02-01", null).expectStatus().isOk();
    }

    @Test
    void isRefusedWhenAnEndedOneIsOpenedAgain() {
        var id = assigned("2025-01-01", "2025-03-01");
        others(250, "2025-04-01", null);

        full(change(id, 1, "2025-01-01", null));
        full(change(id, 1, "2025-01-01", "2025-04-02"));
        change(id, 1, "2025-01-01", "2025-04-01").expectStatus().isOk();
    }

    @Test
    void passesAsThe250thWhenItIsOpenedAgain() {
        var id = assigned("2025-01-01", "2025-03-01");
        others(249, "2025-04-01", null);
        change(id, 1, "2025-01-01", null).expectStatus().isOk();
    }

    @Test
    void doesNotAddUpThoseWhoCameOneAfterAnother() {
        others(200, "2024-02-01", "2024-06-01");
        others(200, "2024-06-01", "2024-10-01");
        assign(teacher, "2024-03-01", null).expectStatus().isCreated();
    }

    private static void full(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:methodist-full")
                .jsonPath("$.limit").isEqualTo(250);
    }

    private UUID assigned(String since, String until) {
        return created("assignments", body(teacher, since, until));
    }

    private ResponseSpec assign(UUID person, String since, String until) {
        return post(coordinator(), "assignments", body(person, since, until));
    }

    private ResponseSpec change(UUID id, int version, String since, String until) {
        return put(coordinator(), "assignments/" + id, "\"" + version + "\"", body(teacher, since, until));
    }

    private String body(UUID person, String since, String until) {
        return """
                {"methodistId": "%s", "personId": "%s", "since": "%s", "until": %s}""".formatted(methodist, person, since,
                until == null ? "null" : "\"" + until + "\"");
    }

    private void others(int number, String since, String until) {
        TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("""
                WITH made AS (INSERT INTO person (id, version, created_at, changed_at, last_name, first_name, name_key)
                    SELECT gen_random_uuid(), 1, now(), now(), 'Ф', 'И', 'ф и' FROM generate_series(1, %d) RETURNING id)
                INSERT INTO assignment (id, version, created_at, changed_at, methodist_id, person_id, since, until)
                SELECT gen_random_uuid(), 1, now(), now(), :methodist, id, DATE '%s', CAST(%s AS date) FROM made
                """.formatted(number, since, until == null ? "NULL" : "'" + until + "'")).bind("methodist", methodist).then());
    }
}
