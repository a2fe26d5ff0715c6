package ru.nms.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.draftOf;
import static ru.nms.events.Events.drafted;
import static ru.nms.events.Events.id;
import static ru.nms.events.Events.named;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.person;
import static ru.nms.events.Events.post;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.registered;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;

class FeedsTest {

    private final UUID centre = organisation(UUID.randomUUID());

    @Test
    void showsAnnouncedEventsAndNoDrafts() {
        var draft = drafted(centre, 5);
        var announced = published(centre, 5);

        await().untilAsserted(() -> assertThat(feed("events")).contains(announced.toString()).doesNotContain(draft.toString()));
    }

    @Test
    void showsWhoseDistrictAnEventIs() {
        var event = id(post(coordinator(), "/events", draftOf(centre, "TOBOLSK", null)).expectStatus().isCreated());
        post(coordinator(), "/events/" + event + "/publication", 1, null).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(feed("events")).contains(event.toString(), "\"groupingUnit\": \"TOBOLSK\""));
    }

    @Test
    void showsParticipationsWithoutNames() {
        var person = person(centre, UUID.randomUUID());
        named(person, "Неповторимая", "Анна");
        var seat = registered(published(centre, 5), person);

        await().untilAsserted(() -> assertThat(feed("participations")).contains(seat.toString(), person.toString())
                .doesNotContain("Неповторимая"));
    }

    /// The newest page: everything there is fits in one here.
    private static String feed(String collection) {
        return SERVICE.as(Role.FEDERAL).get().uri("/api/sync/v1/" + collection + "/changes?limit=5000").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
    }
}
