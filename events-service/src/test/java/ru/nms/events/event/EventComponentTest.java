package ru.nms.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.draft;
import static ru.nms.events.Events.drafted;
import static ru.nms.events.Events.get;
import static ru.nms.events.Events.id;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.post;
import static ru.nms.events.Events.provider;
import static ru.nms.events.Events.published;
import static ru.nms.events.Events.put;
import static ru.nms.events.Events.registered;
import static ru.nms.events.Events.teacher;
import static ru.nms.events.Events.told;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.EventChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.events.Events;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class EventComponentTest {

    private final UUID municipality = UUID.randomUUID();
    private final UUID centre = organisation(municipality);

    @Test
    @Clause("EVT-001")
    void livesFromDraftToHeld() {
        var rich = draft(centre, 20).replace("\"mode\"", """
                "audience": "Учителя физики", "programme": "10:00 открытие", "materials": ["Презентация"],
                "description": "О смысле", "registrationUntil": "2026-01-01T00:00:00Z", "mode\"""");
        var created = post(provider(centre), "/events", rich).expectStatus().isCreated()
                .expectHeader().valueEquals("ETag", "\"1\"");
        var location = created.returnResult(Void.class).getResponseHeaders().getLocation();
        var path = location.getPath().replace("/api/events/v1", "");
        var id = UUID.fromString(path.replace("/events/", ""));

        get(provider(centre), path).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"").expectBody()
                .jsonPath("$.status").isEqualTo("DRAFT")
                .jsonPath("$.kindTitle").isEqualTo("Семинар")
                .jsonPath("$.organiserName").isEqualTo("Центр")
                .jsonPath("$.organiserKnown").isEqualTo(true)
                .jsonPath("$.place").isEqualTo("Ишим")
                .jsonPath("$.audience").isEqualTo("Учителя физики")
                .jsonPath("$.programme").isEqualTo("10:00 открытие")
                .jsonPath("$.materials[0]").isEqualTo("Презентация")
                .jsonPath("$.mode").isEqualTo("ONSITE")
                .jsonPath("$.free").isEqualTo(20);
        post(provider(centre), path + "/publication", 1, null).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"").expectBody().jsonPath("$.status").isEqualTo("PUBLISHED");
        post(provider(centre), path + "/closing", 2, null).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:event.not-started");
        Events.begins(id);
        post(provider(centre), path + "/closing", 2, null).expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("HELD");

        await().untilAsserted(() -> assertThat(told(EventChanged.TOPIC, id)).extracting(EventChanged::version,
                EventChanged::status).containsExactly(tuple(1L, "DRAFT"), tuple(2L, "PUBLISHED"), tuple(3L, "HELD")));
    }

    @Test
    void tellsAllFaultsAtOnceAndStoresNothing() {
        post(coordinator(), "/events", """
                {"kind": "PICNIC", "level": "GALACTIC", "title": " ", "organiserId": "%s", "startsAt": "2027-01-02T00:00:00Z",
                 "endsAt": "2027-01-01T00:00:00Z", "mode": "ONSITE", "capacity": 0, "competences": ["COOKING"]}
                """.formatted(UUID.randomUUID())).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[*].pointer").isEqualTo(List.of("/kind", "/level", "/organiserId", "/title", "/capacity",
                        "/endsAt", "/competences/0"))
                .jsonPath("$.errors[1].clause").value(clause -> assertThat((String) clause).contains("строка 281"));
    }

    @Test
    void refusesFieldsItDoesNotKnowAndBodiesItCannotRead() {
        post(coordinator(), "/events", "{\"status\": \"HELD\"}").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/status");
        post(coordinator(), "/events", "{\"startsAt\": \"завтра\"}").expectStatus().isBadRequest();
    }

    @Test
    void isHeldInTheNameOfOnesOwnOrganisationOnly() {
        var municipal = SERVICE.as(Role.MUNICIPALITY, UUID.randomUUID(), null, municipality);
        var stranger = SERVICE.as(Role.MUNICIPALITY, UUID.randomUUID(), null, UUID.randomUUID());

        post(municipal, "/events", draft(centre, 5)).expectStatus().isCreated();
        for (var other : List.of(stranger, provider(UUID.randomUUID()))) {
            post(other, "/events", draft(centre, 5)).expectStatus().isEqualTo(422).expectBody()
                    .jsonPath("$.errors[0].code").isEqualTo("event.organiser-not-yours");
        }
        post(coordinator(), "/events", draft(UUID.randomUUID(), 5)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("event.organiser-unknown");
    }

    @Test
    void showsDraftsOnlyToThoseWhoRunThem() {
        var id = drafted(centre, 5);
        var passer = teacher(UUID.randomUUID());
        var rival = provider(UUID.randomUUID());

        get(passer, "/events/" + id).expectStatus().isNotFound();
        get(rival, "/events/" + id).expectStatus().isNotFound();
        get(passer, "/events?organiserId=" + centre).expectBody().jsonPath("$.items.length()").isEqualTo(0);
        get(provider(centre), "/events?organiserId=" + centre).expectBody().jsonPath("$.items[0].id").isEqualTo(id.toString());
        post(rival, "/events/" + id + "/publication", 1, null).expectStatus().isNotFound();

        post(provider(centre), "/events/" + id + "/publication", 1, null).expectStatus().isOk();

        get(passer, "/events/" + id).expectStatus().isOk();
        put(rival, "/events/" + id, 2, draft(centre, 6)).expectStatus().isForbidden();
        post(rival, "/events/" + id + "/cancellation", 2, "{\"reason\": \"x\"}").expectStatus().isForbidden();
    }

    @Test
    void changesUnderTheVersionThatWasRead() {
        var id = drafted(centre, 5);
        var path = "/events/" + id;
        var fresh = draft(centre, 9);

        coordinator().put().uri("/api/events/v1" + path).header("Content-Type", "application/json").bodyValue(fresh).exchange()
                .expectStatus().isEqualTo(428);
        put(coordinator(), path, 1, fresh).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"")
                .expectBody().jsonPath("$.capacity").isEqualTo(9);
        put(coordinator(), path, 1, draft(centre, 10)).expectStatus().isEqualTo(412);
        put(coordinator(), path, 2, fresh).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");

        await().untilAsserted(() -> assertThat(told(EventChanged.TOPIC, id)).hasSize(2));
        post(coordinator(), path + "/closing", 2, null).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.possible").isEqualTo(List.of("change", "publication"));
    }

    @Test
    void keepsNoFewerSeatsThanConfirmedPeople() {
        var id = published(centre, 2);
        registered(id, UUID.randomUUID());
        registered(id, UUID.randomUUID());

        put(coordinator(), "/events/" + id, 2, draft(centre, 1)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("event.capacity-below-confirmed");
        put(coordinator(), "/events/" + id, 2, draft(centre, 2)).expectStatus().isOk();
    }

    @Test
    void letsPeopleInWhenItGrows() {
        var id = published(centre, 1);
        registered(id, UUID.randomUUID());
        var second = registered(id, UUID.randomUUID());
        registered(id, UUID.randomUUID());

        put(coordinator(), "/events/" + id, 2, draft(centre, 2)).expectStatus().isOk().expectBody()
                .jsonPath("$.confirmed").isEqualTo(2)
                .jsonPath("$.waitlisted").isEqualTo(1)
                .jsonPath("$.free").isEqualTo(0);
        get(coordinator(), "/events/%s/registrations/%s".formatted(id, second)).expectBody()
                .jsonPath("$.status").isEqualTo("CONFIRMED");
    }

    @Test
    void endsItsRegistrationsWhenItIsCalledOff() {
        var id = published(centre, 1);
        var seat = registered(id, UUID.randomUUID());

        post(coordinator(), "/events/" + id + "/cancellation", 2, "{\"reason\": \" \"}").expectStatus().isEqualTo(422);
        post(coordinator(), "/events/" + id + "/cancellation", 2, "{\"reason\": \"Карантин\"}").expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("CANCELLED")
                .jsonPath("$.reason").isEqualTo("Карантин");

        await().untilAsserted(() -> assertThat(told(ParticipationChanged.TOPIC, seat)).extracting(ParticipationChanged::status)
                .containsExactly("CONFIRMED", "CANCELLED"));
    }

    @Test
    void tellsParticipationsAnewWhenTheirEventChangesItsCompetences() {
        var id = published(centre, 1);
        var seat = registered(id, UUID.randomUUID());

        put(coordinator(), "/events/" + id, 2, draft(centre, 1).replace("METHODICAL", "SUBJECT")).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(told(ParticipationChanged.TOPIC, seat))
                .extracting(ParticipationChanged::competences).containsExactly(List.of("METHODICAL"), List.of("SUBJECT")));
    }

    @Test
    @Clause("EVT-006")
    void countsByLevelOfTheEventAndOfItsOrganiser() {
        published(centre, 5);
        published(centre, 5);
        post(coordinator(), "/events", draft(centre, 5).replace("REGIONAL", "MUNICIPAL")).expectStatus().isCreated();

        get(coordinator(), "/events?count=true&level=REGIONAL&organiserLevel=REGIONAL&organiserId=" + centre).expectBody()
                .jsonPath("$.total").isEqualTo(2);
        get(coordinator(), "/events?count=true&level=MUNICIPAL&organiserLevel=REGIONAL&organiserId=" + centre).expectBody()
                .jsonPath("$.total").isEqualTo(1);
        get(coordinator(), "/events?count=true&level=REGIONAL&organiserLevel=MUNICIPAL&organiserId=" + centre).expectBody()
                .jsonPath("$.total").isEqualTo(0);
    }

    /// Centres of scientific support are the only federal organisations that are registered.
    @Test
    @Clause({"EVT-008", "REG-052"})
    void countsEventsOfFederalCentresOfScientificSupport() {
        var federal = UUID.randomUUID();
        var before = total("organiserLevel=FEDERAL");
        Events.learn(new OrganisationChanged(UUID.randomUUID(), federal, 1, 1, Instant.EPOCH, "FEDERAL_SCIENTIFIC_CENTRE", "FEDERAL",
                "Научный центр", null, null, null));
        var id = published(federal, 5);
        post(provider(federal), "/events", draft(federal, 5).replace("REGIONAL", "MUNICIPAL")).expectStatus().isCreated();
        published(centre, 5);

        get(teacher(UUID.randomUUID()), "/events/" + id).expectStatus().isOk().expectBody()
                .jsonPath("$.organiserId").isEqualTo(federal.toString())
                .jsonPath("$.organiserName").isEqualTo("Научный центр");
        assertThat(total("organiserLevel=FEDERAL")).isEqualTo(before + 2);
        assertThat(total("organiserLevel=FEDERAL&level=REGIONAL&organiserId=" + federal)).isEqualTo(1);
        assertThat(total("organiserLevel=FEDERAL&organiserId=" + centre)).isZero();
    }

    private static int total(String query) {
        return (Integer) Objects.requireNonNull(Events.body(get(coordinator(), "/events?count=true&" + query).expectStatus().isOk()).get("total"));
    }

    @Test
    void findsByEveryFilterInTheOrderOfTheirStart() {
        var later = published(centre, 5);
        var day = Instant.now(Clock.systemUTC()).plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        var sooner = id(post(coordinator(), "/events", draft(centre, 5, day).replace("Смысловое", "Осёл и смысловое"))
                .expectStatus().isCreated());
        var own = "&organiserId=" + centre;

        get(coordinator(), "/events?sort=startsAt" + own).expectBody()
                .jsonPath("$.items[*].id").isEqualTo(List.of(sooner.toString(), later.toString()));
        get(coordinator(), "/events?limit=1" + own).expectBody().jsonPath("$.next").exists();
        for (var filter : List.of("status=DRAFT", "q=ОСЕЛ", "from=" + day + "&until=" + day.plusSeconds(1))) {
            get(coordinator(), "/events?" + filter + own).expectBody()
                    .jsonPath("$.items[*].id").isEqualTo(List.of(sooner.toString()));
        }
        get(coordinator(), "/events?kind=SEMINAR&competence=METHODICAL" + own).expectBody()
                .jsonPath("$.items.length()").isEqualTo(2);
        get(coordinator(), "/events?competence=IT" + own).expectBody().jsonPath("$.items.length()").isEqualTo(0);
        get(coordinator(), "/events?colour=red").expectStatus().isBadRequest();
        get(coordinator(), "/events?from=yesterday").expectStatus().isBadRequest();
    }

    @Test
    void listsItsKinds() {
        get(teacher(UUID.randomUUID()), "/event-kinds").expectBody()
                .jsonPath("$.items.length()").isEqualTo(14)
                .jsonPath("$.items[0].title").isEqualTo("Форум");
    }
}
