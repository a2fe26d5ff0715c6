package ru.nms.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.assigned;
import static ru.nms.events.Events.attend;
import static ru.nms.events.Events.begins;
import static ru.nms.events.Events.cancel;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.draft;
import static ru.nms.events.Events.drafted;
import static ru.nms.events.Events.get;
import static ru.nms.events.Events.id;
import static ru.nms.events.Events.named;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.person;
import static ru.nms.events.Events.post;
import static ru.nms.events.Events.provider;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.register;
import static ru.nms.events.Events.registered;
import static ru.nms.events.Events.teacher;
import static ru.nms.events.Events.told;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.ParticipationChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class RegistrationComponentTest {

    private final UUID municipality = UUID.randomUUID();
    private final UUID centre = organisation(municipality);
    private final UUID school = organisation(municipality);

    @Test
    @Clause("EVT-003")
    void givesSeatsThenPlacesInTheWaitingList() {
        var event = published(centre, 1);
        var first = UUID.randomUUID();

        register(teacher(first), event, first).expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"")
                .expectHeader().exists("Location").expectBody()
                .jsonPath("$.status").isEqualTo("CONFIRMED").jsonPath("$.place").doesNotExist();
        var second = UUID.randomUUID();
        register(teacher(second), event, second).expectStatus().isCreated().expectBody()
                .jsonPath("$.status").isEqualTo("WAITLISTED").jsonPath("$.place").isEqualTo(1);

        get(teacher(first), "/events/" + event).expectBody()
                .jsonPath("$.confirmed").isEqualTo(1)
                .jsonPath("$.waitlisted").isEqualTo(1)
                .jsonPath("$.free").isEqualTo(0);
    }

    @Test
    void takesNobodyTwice() {
        var event = published(centre, 5);
        var person = UUID.randomUUID();
        var seat = registered(event, person);

        register(teacher(person), event, person).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:registration.exists")
                .jsonPath("$.existing").isEqualTo(seat.toString());

        cancel(teacher(person), event, seat, 1).expectStatus().isOk();
        register(teacher(person), event, person).expectStatus().isCreated();
    }

    @Test
    @Clause("EVT-003")
    void promotesTheFirstOfTheWaitingList() {
        var event = published(centre, 1);
        var giver = UUID.randomUUID();
        var seat = registered(event, giver);
        var next = registered(event, UUID.randomUUID());
        var last = registered(event, UUID.randomUUID());

        cancel(teacher(giver), event, seat, 1).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("CANCELLED");

        get(coordinator(), at(event, next)).expectBody().jsonPath("$.status").isEqualTo("CONFIRMED")
                .jsonPath("$.version").isEqualTo(2);
        get(coordinator(), at(event, last)).expectBody().jsonPath("$.status").isEqualTo("WAITLISTED")
                .jsonPath("$.place").isEqualTo(1);
        await().untilAsserted(() -> assertThat(told(ParticipationChanged.TOPIC, next)).extracting(ParticipationChanged::status)
                .containsExactly("WAITLISTED", "CONFIRMED"));
    }

    @Test
    void registersOnlyWhileTheEventIsAnnouncedAndAhead() {
        var draft = drafted(centre, 5);
        var person = UUID.randomUUID();
        register(teacher(person), draft, person).expectStatus().isNotFound();
        register(coordinator(), draft, person(school, municipality)).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:registration.event-not-published");

        var begun = published(centre, 5);
        begins(begun);
        register(teacher(person), begun, person).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:registration.closed");

        var late = id(post(coordinator(), "/events", draft(centre, 5).replace("\"mode\"",
                "\"registrationUntil\": \"2026-11-01T00:00:00Z\", \"mode\"")));
        post(coordinator(), "/events/" + late + "/publication", 1, null).expectStatus().isOk();
        register(teacher(person), late, person).expectStatus().isEqualTo(409);
    }

    @Test
    void speaksForThePeopleOfOnesScopeOnly() {
        var event = published(centre, 50);
        var methodist = UUID.randomUUID();
        var theirs = person(school, municipality);
        var stranger = person(UUID.randomUUID(), UUID.randomUUID());
        assigned(methodist, theirs);

        for (var speaker : List.of(SERVICE.as(Role.ORGANISATION, null, school, null),
                SERVICE.as(Role.MUNICIPALITY, null, null, municipality), SERVICE.as(Role.METHODIST, methodist))) {
            register(speaker, event, stranger).expectStatus().isNotFound();
            register(speaker, event, UUID.randomUUID()).expectStatus().isNotFound();
            var seat = id(register(speaker, event, theirs).expectStatus().isCreated());
            cancel(teacher(UUID.randomUUID()), event, seat, 1).expectStatus().isNotFound();
            cancel(speaker, event, seat, 1).expectStatus().isOk();
        }
        register(teacher(UUID.randomUUID()), event, theirs).expectStatus().isNotFound();
        register(coordinator(), event, stranger).expectStatus().isCreated();
        register(provider(centre), event, stranger).expectStatus().isForbidden();
    }

    @Test
    @Clause("EVT-004")
    void recordsAttendanceOnceItBeganAndTellsIt() {
        var event = published(centre, 1);
        var seat = registered(event, UUID.randomUUID());
        var waiting = registered(event, UUID.randomUUID());

        attend(provider(centre), event, seat, 1, "PRESENT").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:registration.event-not-started");
        begins(event);
        attend(provider(UUID.randomUUID()), event, seat, 1, "PRESENT").expectStatus().isForbidden();
        attend(provider(centre), event, waiting, 1, "PRESENT").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.possible").isEqualTo(List.of("cancellation"));
        attend(provider(centre), event, seat, 7, "PRESENT").expectStatus().isEqualTo(412);

        attend(provider(centre), event, seat, 1, "PRESENT").expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"").expectBody().jsonPath("$.attendance").isEqualTo("PRESENT");
        attend(provider(centre), event, seat, 2, "PRESENT").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        attend(coordinator(), event, seat, 2, "ABSENT").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"");

        await().untilAsserted(() -> assertThat(told(ParticipationChanged.TOPIC, seat))
                .extracting(ParticipationChanged::attendance).containsExactly(null, "PRESENT", "ABSENT"));
        assertThat(told(ParticipationChanged.TOPIC, seat).getLast()).extracting(ParticipationChanged::event,
                ParticipationChanged::kind, ParticipationChanged::competences)
                .containsExactly(event, "SEMINAR", List.of("METHODICAL"));
        post(coordinator(), "/events/" + event + "/cancellation", 2, "{\"reason\": \"x\"}").expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:event.attended");
    }

    @Test
    void belongsToTheEventOfItsAddress() {
        var event = published(centre, 5);
        var other = published(centre, 5);
        var seat = registered(event, UUID.randomUUID());
        begins(event);
        begins(other);

        attend(coordinator(), other, seat, 1, "PRESENT").expectStatus().isNotFound();
        cancel(coordinator(), other, seat, 1).expectStatus().isNotFound();
        get(coordinator(), at(other, seat)).expectStatus().isNotFound();
        get(coordinator(), at(event, seat)).expectStatus().isOk();
    }

    @Test
    void refusesBodiesItDoesNotUnderstand() {
        var event = published(centre, 5);

        post(coordinator(), "/events/" + event + "/registrations", "{}").expectStatus().isEqualTo(422);
        post(coordinator(), "/events/" + event + "/registrations", "{\"personId\": \"5\"}").expectStatus().isBadRequest();
        attend(coordinator(), event, UUID.randomUUID(), 1, "ASLEEP").expectStatus().isBadRequest();
    }

    @Test
    void namesParticipantsToTheOrganiserAndRecordsThatItWasRead() {
        var event = published(centre, 5);
        var person = person(school, municipality);
        named(person, "Иванова", "Анна");
        registered(event, person);
        var nameless = UUID.randomUUID();
        registered(event, nameless);
        var path = "/events/" + event + "/registrations";

        get(provider(centre), path + "?status=CONFIRMED").expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].lastName").isEqualTo("Иванова")
                .jsonPath("$.items[0].status").isEqualTo("CONFIRMED")
                .jsonPath("$.items[1].personId").isEqualTo(nameless.toString())
                .jsonPath("$.items[1].lastName").doesNotExist();
        assertThat(reads(person)).isEqualTo(1);

        get(provider(UUID.randomUUID()), path).expectStatus().isForbidden();
        get(teacher(person), path).expectStatus().isForbidden();
        get(provider(centre), "/events/" + UUID.randomUUID() + "/registrations").expectStatus().isNotFound();
    }

    @Test
    void listsRegistrationsByScope() {
        var event = published(centre, 5);
        var person = person(school, municipality);
        registered(event, person);
        var path = "/registrations?personId=" + person;

        for (var reader : List.of(teacher(person), coordinator(), SERVICE.as(Role.ORGANISATION, null, school, null))) {
            get(reader, path).expectStatus().isOk().expectBody()
                    .jsonPath("$.items.length()").isEqualTo(1)
                    .jsonPath("$.items[0].eventTitle").isEqualTo("Смысловое чтение")
                    .jsonPath("$.items[0].lastName").doesNotExist();
        }
        for (var stranger : List.of(teacher(UUID.randomUUID()), SERVICE.as(Role.MUNICIPALITY, null, null, UUID.randomUUID()))) {
            get(stranger, path).expectBody().jsonPath("$.items.length()").isEqualTo(0);
        }
    }

    private static String at(UUID event, UUID registration) {
        return "/events/%s/registrations/%s".formatted(event, registration);
    }

    private static Long reads(UUID person) {
        return SERVICE.inTransaction(SERVICE.bean(DatabaseClient.class)
                .sql("SELECT count(*) AS n FROM read_audit WHERE :person = ANY (subject_ids) AND fields = 'identity'")
                .bind("person", person).map(row -> row.get("n", Long.class)).one());
    }
}
