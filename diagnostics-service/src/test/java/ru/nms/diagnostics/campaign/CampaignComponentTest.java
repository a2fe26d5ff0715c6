package ru.nms.diagnostics.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.campaign.Campaigns.announced;
import static ru.nms.diagnostics.campaign.Campaigns.body;
import static ru.nms.diagnostics.campaign.Campaigns.ids;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class CampaignComponentTest {

    private static final UUID INSTRUMENT = Fos.approved(Fos.framework(), Fos.code());
    private static final LocalDate BEFORE = LocalDate.of(2024, 9, 1);

    private final UUID city = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();
    private final UUID otherSchool = UUID.randomUUID();
    private final UUID physicist = working(school, "TEACHER", "PHYSICS", null);
    private final UUID chemist = working(otherSchool, "TEACHER", "CHEMISTRY", LocalDate.of(2025, 9, 1));
    private final UUID head = working(school, "HEAD", null, null);

    private UUID working(UUID where, String position, String subject, LocalDate youngFrom) {
        var id = UUID.randomUUID();
        Learnt.heard(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new Post(where, city, position,
                subject != null, subject == null ? List.of() : List.of(subject), BEFORE, null)), null, youngFrom, null));
        return id;
    }

    private String inCity(String more) {
        return ", \"municipalityIds\": " + ids(city) + more;
    }

    @Test
    @Clause("DIA-005")
    void invitesEverybodyWhomTheFiltersMean() {
        assertThat(invited(announced(INSTRUMENT, "FILTER", inCity("")))).containsExactlyInAnyOrder(physicist, chemist, head);
        assertThat(invited(announced(INSTRUMENT, "FILTER", inCity(", \"positions\": [\"TEACHER\"]"))))
                .containsExactlyInAnyOrder(physicist, chemist);
        assertThat(invited(announced(INSTRUMENT, "FILTER", inCity(", \"subjects\": [\"PHYSICS\"]")))).containsExactly(physicist);
        assertThat(invited(announced(INSTRUMENT, "FILTER", inCity(", \"organisationIds\": " + ids(otherSchool))))).containsExactly(chemist);
        assertThat(invited(announced(INSTRUMENT, "FILTER", inCity(", \"young\": true")))).containsExactly(chemist);
    }

    @Test
    void invitesThoseWhoAreNamedAndRefusesStrangers() {
        assertThat(invited(Campaigns.of(INSTRUMENT, physicist, head))).containsExactlyInAnyOrder(physicist, head);

        COORDINATOR.post("campaigns", body(INSTRUMENT, "LIST", ", \"personIds\": " + ids(UUID.randomUUID())))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("unknown-person");
    }

    @Test
    @Clause("DIA-033")
    void letsYoungSpecialistsComeAtTheirOwnRequest() {
        var campaign = announced(INSTRUMENT, "SELF", inCity(", \"young\": true"));
        new Api(PERM.as(Role.TEACHER, chemist)).get("open-campaigns?young=true&limit=200").expectStatus().isOk()
                .expectBody().jsonPath("$.items[?(@.id == '%s')].provider".formatted(campaign)).isEqualTo("CNPPM");

        as(chemist).made("campaigns/" + campaign + "/registration", "");

        as(chemist).get("participations?campaignId=" + campaign).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].status").isEqualTo("REGISTERED");
        as(physicist).post("campaigns/" + campaign + "/registration", "").expectStatus().isEqualTo(409);
        as(chemist).post("campaigns/" + campaign + "/registration", "").expectStatus().isEqualTo(409);
        as(chemist).post("campaigns/" + campaign + "/attempts", "").expectStatus().isCreated();
    }

    @Test
    @Clause("DIA-016")
    void isMarkedAsAssessmentBeforeAttestationOrAppointment() {
        for (var occasion : List.of("BEFORE_ATTESTATION", "MANAGERIAL_APPOINTMENT")) {
            var id = announced(INSTRUMENT, "LIST", ", \"occasion\": \"%s\", \"personIds\": %s".formatted(occasion, ids(head)));
            COORDINATOR.get("participations?occasion=" + occasion + "&campaignId=" + id).expectBody()
                    .jsonPath("$.items[0].occasion").isEqualTo(occasion);
        }
        COORDINATOR.post("campaigns", body(INSTRUMENT, "SELF", ", \"occasion\": \"BIRTHDAY\"")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].clause").value(clause -> assertThat(clause).asString().contains("№"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROGRAM_INTERIM", "PROGRAM_FINAL"})
    @Clause("DIA-017")
    void namesTheProgrammeWhoseAssessmentItIs(String occasion) {
        var programme = UUID.randomUUID();
        var more = ", \"occasion\": \"" + occasion + "\"";
        COORDINATOR.post("campaigns", body(INSTRUMENT, "SELF", more)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/programmeId");
        COORDINATOR.post("campaigns", body(INSTRUMENT, "SELF", ", \"programmeId\": \"" + programme + "\"")).expectStatus().isEqualTo(422);

        var id = announced(INSTRUMENT, "SELF", more + ", \"programmeId\": \"" + programme + "\"");

        COORDINATOR.get("campaigns?programmeId=" + programme + "&occasion=" + occasion).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].id").isEqualTo(id.toString());
    }

    @Test
    void isAnnouncedOnlyWithAnInstrumentInForceAndTimeLeft() {
        var draft = Fos.instrument(Fos.framework(), Fos.code(), 1);
        var unapproved = Campaigns.draft(draft, "SELF", "");
        COORDINATOR.post("campaigns/" + unapproved + "/announcement", "").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-in-force");

        var over = Campaigns.draft(INSTRUMENT, "SELF", "");
        Campaigns.end(over);
        COORDINATOR.post("campaigns/" + over + "/announcement", "").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/endsAt");
    }

    @Test
    void staysAsItWasAnnouncedButMayLastLonger() {
        var id = Campaigns.of(INSTRUMENT, head);
        var said = COORDINATOR.read("campaigns/" + id);
        var same = body(INSTRUMENT, "LIST", ", \"personIds\": " + ids(head)).replaceAll("Кампания [^\"]*", said.get("title").toString())
                .replaceAll("\"startsAt\": \"[^\"]*\"", "\"startsAt\": \"" + said.get("startsAt") + "\"");

        COORDINATOR.put("campaigns/" + id, "*", same.replaceAll("\"endsAt\": \"[^\"]*\"",
                "\"endsAt\": \"" + Instant.now().plus(Duration.ofDays(3)) + "\"")).expectStatus().isOk();
        COORDINATOR.put("campaigns/" + id, "*", same).expectStatus().isEqualTo(409);   // ends earlier again
        COORDINATOR.put("campaigns/" + id, "*", body(INSTRUMENT, "SELF", "")).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.possible").isEqualTo(List.of("cancellation", "publication"));
    }

    @Test
    void isCalledOffBeforeItStartsAndPublishedAfterItEnds() {
        var id = Campaigns.of(INSTRUMENT, head);
        COORDINATOR.post("campaigns/" + id + "/cancellation", "").expectStatus().isEqualTo(409);
        COORDINATOR.post("campaigns/" + id + "/publication", "").expectStatus().isEqualTo(409);

        Campaigns.end(id);
        COORDINATOR.done("campaigns/" + id + "/publication", "");
        assertThat(COORDINATOR.read("campaigns/" + id)).containsEntry("phase", "PUBLISHED");
    }

    @Test
    void remindsThoseWhoHaveNotFinishedAndMarksThoseWhoNeverCame() {
        var id = Campaigns.of(INSTRUMENT, physicist, head);
        assertThat(ASSESSOR.done("campaigns/" + id + "/reminders", "")).containsEntry("reminded", 2);
        as(head).get("participations?campaignId=" + id).expectBody().jsonPath("$.items[0].reminders").isEqualTo(1);

        Campaigns.end(id);

        await().untilAsserted(() -> COORDINATOR.get("participations?status=ABSENT&campaignId=" + id).expectBody()
                .jsonPath("$.items.length()").isEqualTo(2));
        ASSESSOR.post("campaigns/" + id + "/reminders", "").expectStatus().isEqualTo(409);
    }

    @Test
    @Clause("DIA-005")
    void showsEachTheAssignmentsTheyAnswerFor() {
        var id = announced(INSTRUMENT, "FILTER", inCity(""));
        var list = "participations?campaignId=" + id + "&count=true";

        as(head).get(list).expectBody().jsonPath("$.total").isEqualTo(1).jsonPath("$.items[0].personId").isEqualTo(head.toString());
        new Api(PERM.as(Role.ORGANISATION, null, school, null)).get(list).expectBody().jsonPath("$.total").isEqualTo(2);
        new Api(PERM.as(Role.MUNICIPALITY, null, null, city)).get(list).expectBody().jsonPath("$.total").isEqualTo(3);
        new Api(PERM.as(Role.MUNICIPALITY, null, null, UUID.randomUUID())).get(list).expectBody().jsonPath("$.total").isEqualTo(0);
        new Api(PERM.as(Role.TEACHER)).get(list).expectBody().jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void countsHowFarItHasComeByPlaceWithinTheScope() {
        var id = announced(INSTRUMENT, "FILTER", inCity(""));
        as(physicist).post("campaigns/" + id + "/attempts", "").expectStatus().isCreated();

        COORDINATOR.get("campaigns/" + id + "/progress").expectBody().jsonPath("$.items.length()").isEqualTo(2)
                .jsonPath("$.items[?(@.placeId == '%s')].invited".formatted(school)).isEqualTo(2)
                .jsonPath("$.items[?(@.placeId == '%s')].started".formatted(school)).isEqualTo(1);
        COORDINATOR.get("campaigns/" + id + "/progress?by=MUNICIPALITY").expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].invited").isEqualTo(3);
        new Api(PERM.as(Role.ORGANISATION, null, otherSchool, null)).get("campaigns/" + id + "/progress").expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].placeId").isEqualTo(otherSchool.toString());
    }

    @Test
    void invitesTwoThousandAtOnce() {
        var place = UUID.randomUUID();
        Campaigns.execute("""
                WITH fresh AS (INSERT INTO person (id, epoch, version) SELECT gen_random_uuid(), 1, 1 FROM generate_series(1, 2000) RETURNING id)
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, since)
                SELECT id, gen_random_uuid(), '%s', 'TEACHER', DATE '2024-09-01' FROM fresh""".formatted(place));

        var id = announced(INSTRUMENT, "FILTER", ", \"municipalityIds\": " + ids(place));

        assertThat(COORDINATOR.read("campaigns/" + id)).containsEntry("participants", 2000);
    }

    private static List<UUID> invited(UUID campaign) {
        return PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT person_id FROM campaign_participation WHERE campaign_id = :id AND status = 'INVITED'").bind("id", campaign)
                .map(row -> row.get("person_id", UUID.class)).all().collectList());
    }

    private static Api as(UUID person) {
        return new Api(PERM.as(Role.TEACHER, person));
    }
}
