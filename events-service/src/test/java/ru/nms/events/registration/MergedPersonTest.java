package ru.nms.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.attend;
import static ru.nms.events.Events.begins;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.person;
import static ru.nms.events.Events.projection;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.registered;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;

/// Two records of one person become one.
class MergedPersonTest {

    private final UUID organiser = organisation(UUID.randomUUID());
    private final UUID from = person(organiser, UUID.randomUUID());
    private final UUID heir = person(organiser, UUID.randomUUID());

    @Test
    void givesRegistrationsToTheOneWhoStays() {
        var registration = registered(published(organiser, 5), from);

        merged(2);
        merged(2);

        assertThat(rows(registration)).containsExactly("%s CONFIRMED null 2".formatted(heir));
    }

    @Test
    void keepsThePresenceOfWhoeverWasSeen() {
        var event = published(organiser, 5);
        var seen = registered(event, from);
        var twin = registered(event, heir);
        begins(event);
        attend(coordinator(), event, seen, 1, "PRESENT").expectStatus().isOk();

        merged(2);

        assertThat(rows(seen)).containsExactly("%s CONFIRMED PRESENT 3".formatted(heir));
        assertThat(rows(twin)).containsExactly("%s CANCELLED null 2".formatted(heir));
    }

    @Test
    void givesTheSecondSeatToWhoeverWaits() {
        var event = published(organiser, 2);
        var old = registered(event, from);
        registered(event, heir);
        var waiting = registered(event, person(organiser, UUID.randomUUID()));

        merged(2);

        assertThat(rows(old)).containsExactly("%s CANCELLED null 3".formatted(heir));
        assertThat(rows(waiting).getFirst()).contains("CONFIRMED");
    }

    private void merged(long version) {
        var news = new PersonChanged(UUID.randomUUID(), from, 1, version, Instant.EPOCH, List.of(), null, null, null, null, heir);
        var projection = projection(news);
        SERVICE.inTransaction(projection.on(news).then(Mono.defer(() -> projection.then(news))));
    }

    private static List<String> rows(UUID registration) {
        return SERVICE.inTransaction(SERVICE.bean(DatabaseClient.class).sql("""
                SELECT concat_ws(' ', person_id, status, coalesce(attendance, 'null'), version) AS said FROM registration WHERE id = :id
                """).bind("id", registration).map(row -> String.valueOf(row.get("said", String.class))).all().collectList());
    }
}
