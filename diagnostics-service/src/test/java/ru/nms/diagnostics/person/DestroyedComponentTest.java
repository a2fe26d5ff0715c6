package ru.nms.diagnostics.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Forgotten;

/// The registry decides that nothing may be kept of somebody, or nothing shown.
class DestroyedComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Forgotten forgotten = new Forgotten(PERM, "person");
    private final UUID person = Learnt.person(UUID.randomUUID());
    private final String secret = "Тайна " + person.hashCode();

    @Test
    void requiresNoRegisterToKeepContentInATombstone() {
        assertThat(forgotten.columnsOfTombstones()).isEmpty();
    }

    @Test
    void keepsNothingHoweverLateItIsTold() {
        var result = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        everything();
        assertThat(forgotten.tablesWith(person, secret)).hasSizeGreaterThan(8);

        decided(2, PersonFateChanged.DESTROYED);

        assertThat(forgotten.tablesWith(person, secret)).isEmpty();
        assertThat(said("SELECT deleted || ' ' || version FROM result WHERE id = :id", UUID.fromString(result))).isEqualTo("true 2");

        forgotten.tell(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), person, 1, 9, Instant.EPOCH, List.of(), "FIRST", null, null));
        await().atMost(PATIENCE).until(() -> said("SELECT deleted || ' ' || version FROM person WHERE id = :id", person).equals("true 9"));
        assertThat(forgotten.tablesWith(person, secret)).isEmpty();
        assertThat(Learnt.isKnown(person)).isFalse();
    }

    /// One row of each part, as the parts write them.
    private void everything() {
        run("INSERT INTO provider_diagnosis (id, person_id, procedure, provider, taken_on) VALUES (gen_random_uuid(), :person, 'A', :secret, '2026-01-01')");
        run("""
                INSERT INTO survey_answer (id, round_id, form_id, person_id, given_on, answers)
                VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :person, '2026-01-01', jsonb_build_object('a', :secret))""");
        run("""
                INSERT INTO rubric (id, version, created_at, changed_at, search_key, code, title, kinds, criteria, status)
                SELECT CAST(md5(CAST(:person AS text)) AS uuid), 1, now(), now(), '', 'A', 'A', '{}', '[]', 'DRAFT' WHERE :secret <> ''""");
        run("""
                INSERT INTO rubric_assessment (id, version, created_at, changed_at, natural_key, search_key, rubric_id, kind, person_id,
                       assessed_on, marks, comment)
                SELECT gen_random_uuid(), 1, now(), now(), CAST(:person AS text), '', id, 'SELF', :person, '2026-01-01', '[]', :secret
                  FROM rubric WHERE id = CAST(md5(CAST(:person AS text)) AS uuid)""");
        run("""
                INSERT INTO training_request (id, version, created_at, changed_at, natural_key, search_key, person_id, formed_on, status, needs)
                VALUES (gen_random_uuid(), 1, now(), now(), CAST(:person AS text), :secret, :person, '2026-01-01', 'FORMED', '[]')""");
        run("""
                INSERT INTO student_result (id, version, created_at, changed_at, natural_key, search_key, kind, title, subject, area,
                       organisation_id, teacher_id, taken_on, students, points, maximum)
                VALUES (gen_random_uuid(), 1, now(), now(), CAST(:person AS text) || :secret, '', 'EXAM', 'A', 'A', 'A', gen_random_uuid(),
                        :person, '2026-01-01', 1, 1, 1)""");
        run("INSERT INTO completion (id, epoch, version, person_id) VALUES (gen_random_uuid(), 1, length(:secret), :person)");
        run("INSERT INTO route (id, epoch, version, person_id) VALUES (gen_random_uuid(), 1, length(:secret), :person)");
    }

    @Test
    void showsNobodyWhoIsBlockedUntilReleased() {
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));

        decided(2, PersonFateChanged.BLOCKED);

        get(PERM.as(Role.COORDINATOR), "results?personId=" + person).expectBody().jsonPath("$.items").isEmpty();
        get(PERM.as(Role.COORDINATOR), "deficits?personId=" + person).expectBody().jsonPath("$.items").isEmpty();

        decided(3, PersonFateChanged.RELEASED);

        get(PERM.as(Role.COORDINATOR), "results?personId=" + person).expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    private void decided(long version, String fate) {
        forgotten.tell(PersonFateChanged.TOPIC, new PersonFateChanged(UUID.randomUUID(), person, 1, version, Instant.EPOCH, fate));
        await().atMost(PATIENCE).until(() -> said("SELECT fate FROM known_fate WHERE id = :id", person).equals(fate));
    }

    private void run(String sql) {
        PERM.inTransaction(PERM.bean(DatabaseClient.class).sql(sql).bind("person", person).bind("secret", secret).then());
    }

    private static String said(String sql, UUID id) {
        return String.valueOf(PERM.inTransaction(PERM.bean(DatabaseClient.class).sql(sql).bind("id", id)
                .map(row -> String.valueOf(row.get(0))).one()));
    }
}
