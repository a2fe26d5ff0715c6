package ru.nms.iom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.iom.Iom.Teacher;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Forgotten;
import ru.nms.platform.testkit.Tokens;

/// The registry decides that nothing may be kept of somebody, or nothing shown.
class DestroyedPersonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Iom iom = Iom.in(Iom.HEARING);
    private final Forgotten forgotten = new Forgotten(iom.service(), "person_copy", "person_identity_copy");
    private final Teacher person = iom.teacher();
    private final UUID result = iom.result(person, "METHODICAL");
    private final String secret = "Тайна " + person.id().hashCode();
    private final UUID route = route();

    @Test
    void keepsNothingHoweverLateOrOftenItIsTold() {
        iom.methodistOf(person);
        iom.deficit(person, "METHODICAL", "HIGH");
        assertThat(forgotten.tablesWith(person.id(), secret)).contains("route: " + secret, "result_copy: " + person.id());

        decided(2, PersonFateChanged.DESTROYED);

        assertThat(forgotten.tablesWith(person.id(), secret)).isEmpty();
        assertThat(said("SELECT deleted || ' ' || version FROM route WHERE id = :id", route)).isEqualTo("true 2");

        lateAndAgain();
        assertThat(forgotten.tablesWith(person.id(), secret, "Поздняя")).isEmpty();

        rebuilt(ResultChanged.TOPIC);
        rebuilt(PersonIdentityChanged.TOPIC);
        assertThat(forgotten.tablesWith(person.id(), secret, "Поздняя")).isEmpty();
    }

    private void lateAndAgain() {
        var at = Iom.now();
        var deficit = UUID.randomUUID();
        forgotten.tell(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), person.id(), 1, 9, at, List.of(new PersonChanged.Post(
                person.organisation(), null, "TEACHER", true, List.of(), Iom.TODAY, null)), "FIRST", null, null));
        forgotten.tell(PersonIdentityChanged.TOPIC, new PersonIdentityChanged(UUID.randomUUID(), person.id(), 1, 9, at, "Поздняя", "Весть", null));
        forgotten.tell(ResultChanged.TOPIC, new ResultChanged(UUID.randomUUID(), result, 1, 9, at, person.id(), "Диагностика", "CNPPM",
                Iom.TODAY, List.of("METHODICAL")));
        forgotten.tell(DeficitChanged.TOPIC, new DeficitChanged(UUID.randomUUID(), deficit, 1, 1, at, person.id(), "METHODICAL", "HIGH",
                "OPEN", Iom.TODAY, null, UUID.randomUUID()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(said("SELECT deleted || ' ' || version FROM person_copy WHERE id = :id", person.id())).isEqualTo("true 9");
            assertThat(said("SELECT deleted || ' ' || version FROM person_identity_copy WHERE id = :id", person.id())).isEqualTo("true 9");
            assertThat(said("SELECT deleted || ' ' || version FROM result_copy WHERE id = :id", result)).isEqualTo("true 9");
            assertThat(said("SELECT deleted || ' ' || version FROM deficit_copy WHERE id = :id", deficit)).isEqualTo("true 1");
        });
    }

    @Test
    void showsNobodyWhoIsBlockedUntilReleased() {
        var coordinator = Tokens.of(Role.COORDINATOR);

        decided(2, PersonFateChanged.BLOCKED);

        assertThat(iom.get(coordinator, "/routes?personId=" + person.id()).body().path("items")).isEmpty();
        assertThat(iom.get(coordinator, "/routes/" + route).status()).isEqualTo(404);
        assertThat(iom.get(person.token(), "/routes/" + route).status()).isEqualTo(404);
        assertThat(iom.post(coordinator, "/routes", "{\"personId\": \"%s\", \"from\": \"2027-01-01\", \"until\": \"2027-06-30\"}"
                .formatted(person.id())).status()).isEqualTo(404);
        assertThat(forgotten.tablesWith(secret)).contains("route: " + secret);

        decided(3, PersonFateChanged.RELEASED);

        assertThat(iom.get(coordinator, "/routes/" + route).status()).isEqualTo(200);
    }

    private void decided(long version, String fate) {
        forgotten.tell(PersonFateChanged.TOPIC, new PersonFateChanged(UUID.randomUUID(), person.id(), 1, version, Iom.now(), fate));
        await().atMost(PATIENCE).until(() -> said("SELECT fate FROM known_fate WHERE id = :id", person.id()).equals(fate));
    }

    private void rebuilt(Topic<?> topic) {
        assertThat(iom.post(Tokens.of(Role.ADMIN), "/projections/" + topic.name() + "/rebuild", null).status()).isLessThan(300);
    }

    private UUID route() {
        var id = UUID.randomUUID();
        iom.service().inTransaction(iom.service().bean(DatabaseClient.class).sql("""
                INSERT INTO route (id, version, created_at, changed_at, person_id, from_date, until_date, status, basis, items, remarks)
                VALUES (:id, 1, :now, :now, :person, '2026-01-01', '2026-12-31', 'APPROVED',
                        '{"resultIds": [], "deficits": [], "byDiagnostics": false}', '[]', :secret)
                """).bind("id", id).bind("now", Iom.now()).bind("person", person.id()).bind("secret", secret).then());
        return id;
    }

    private String said(String sql, UUID id) {
        return String.valueOf(iom.service().inTransaction(iom.service().bean(DatabaseClient.class).sql(sql).bind("id", id)
                .map(row -> String.valueOf(row.get(0, String.class))).one()));
    }
}
