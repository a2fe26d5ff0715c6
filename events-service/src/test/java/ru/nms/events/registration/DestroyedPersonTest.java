package ru.nms.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.attend;
import static ru.nms.events.Events.begins;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.get;
import static ru.nms.events.Events.named;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.person;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.records;
import static ru.nms.events.Events.register;
import static ru.nms.events.Events.registered;
import static ru.nms.events.Events.teacher;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Forgotten;

/// The registry decides that nothing may be kept of somebody, or nothing shown.
class DestroyedPersonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Forgotten forgotten = new Forgotten(SERVICE, "person", "person_identity");
    private final UUID organiser = organisation(UUID.randomUUID());
    private final UUID person = person(organiser, UUID.randomUUID());
    private final String name = "Имярек" + person.hashCode();

    @Test
    void keepsNothingHoweverLateOrOftenItIsTold() {
        named(person, name, "Имя");
        var over = published(organiser, 5);
        var seen = registered(over, person);
        begins(over);
        attend(coordinator(), over, seen, 1, "PRESENT").expectStatus().isOk();
        var ahead = published(organiser, 1);
        var seat = registered(ahead, person);
        var waiting = registered(ahead, person(organiser, UUID.randomUUID()));

        decided(2, PersonFateChanged.DESTROYED);

        assertThat(forgotten.tablesWith(person, name)).isEmpty();
        assertThat(row(seen)).as("who came is counted on").isEqualTo("CONFIRMED PRESENT true");
        assertThat(row(seat)).isEqualTo("CANCELLED null true");
        assertThat(row(waiting)).isEqualTo("CONFIRMED null false");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(records(ParticipationChanged.TOPIC, seen).getLast().value()).isNull());
        get(coordinator(), "/events/" + over + "/registrations").expectStatus().isOk().expectBody().jsonPath("$.items").isEmpty();

        forgotten.tell(PersonChanged.TOPIC, new PersonChanged(UUID.randomUUID(), person, 1, 9, Instant.EPOCH, List.of(new PersonChanged.Post(
                organiser, null, "TEACHER", true, List.of(), LocalDate.EPOCH, null)), "FIRST", null, null));
        forgotten.tell(PersonIdentityChanged.TOPIC, new PersonIdentityChanged(UUID.randomUUID(), person, 1, 9, Instant.EPOCH, name, "Имя", null));
        await().atMost(PATIENCE).until(() -> said("SELECT version FROM person WHERE id = :id", person).equals("9")
                && said("SELECT version FROM person_identity WHERE id = :id", person).equals("9"));
        assertThat(forgotten.tablesWith(person, name)).isEmpty();

        SERVICE.as(Role.ADMIN).post().uri("/api/events/v1/projections/" + PersonIdentityChanged.TOPIC.name() + "/rebuild").exchange()
                .expectStatus().is2xxSuccessful();
        assertThat(forgotten.tablesWith(person, name)).isEmpty();
    }

    @Test
    void showsNobodyWhoIsBlockedUntilReleased() {
        var event = published(organiser, 5);
        var registration = registered(event, person);
        var path = "/events/" + event + "/registrations/" + registration;

        decided(2, PersonFateChanged.BLOCKED);

        get(coordinator(), path).expectStatus().isNotFound();
        get(coordinator(), "/registrations?personId=" + person).expectBody().jsonPath("$.items").isEmpty();
        get(coordinator(), "/events/" + event + "/registrations").expectBody().jsonPath("$.items").isEmpty();
        register(teacher(person), published(organiser, 5), person).expectStatus().isNotFound();

        decided(3, PersonFateChanged.RELEASED);

        get(coordinator(), path).expectStatus().isOk();
    }

    private void decided(long version, String fate) {
        forgotten.tell(PersonFateChanged.TOPIC, new PersonFateChanged(UUID.randomUUID(), person, 1, version, Instant.EPOCH, fate));
        await().atMost(PATIENCE).until(() -> said("SELECT fate FROM known_fate WHERE id = :id", person).equals(fate));
    }

    private static String row(UUID registration) {
        return said("SELECT concat_ws(' ', status, coalesce(attendance, 'null'), CASE WHEN deleted THEN 'true' ELSE 'false' END) FROM registration WHERE id = :id", registration);
    }

    private static String said(String sql, UUID id) {
        return String.valueOf(SERVICE.inTransaction(SERVICE.bean(DatabaseClient.class).sql(sql).bind("id", id)
                .map(row -> String.valueOf(row.get(0))).one()));
    }
}
