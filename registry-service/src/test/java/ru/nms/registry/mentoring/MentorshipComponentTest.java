package ru.nms.registry.mentoring;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.MentorshipChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;

class MentorshipComponentTest {

    private static final Region TYUMEN = Region.TYUMEN;
    private static final String NOW = "{\"on\": \"2026-02-01\"}";

    private final UUID school = TYUMEN.school();
    private final UUID mentor = TYUMEN.teacher(school);
    private final UUID mentee = TYUMEN.teacher(school, "2000-01-01", "2025-09-01");

    @Test
    @Clause("REG-090")
    void keepsMentorsAndMenteesWithPlaceSubjectAndPeriod() {
        var id = TYUMEN.created("mentorships", pair(mentor, mentee));

        for (var who : List.of(mentor, mentee)) {
            TYUMEN.get("mentorships?subject=Физика&on=2026-01-01&personId=" + who + "&organisationId=" + school)
                    .jsonPath("$.items[0].id").isEqualTo(id.toString());
        }
        TYUMEN.get("mentorships?on=2026-12-31&mentorId=" + mentor).jsonPath("$.items").isEmpty();
        TYUMEN.post("mentorships", pair(mentor, mentee)).expectStatus().isEqualTo(409);
        Heard.on(MentorshipChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
        TYUMEN.service().as(Role.TEACHER, mentee).get().uri("/api/registry/v1/mentorships/" + id).exchange().expectStatus().isOk();
        TYUMEN.service().as(Role.TEACHER, UUID.randomUUID()).get().uri("/api/registry/v1/mentorships/" + id).exchange()
                .expectStatus().isNotFound();
    }

    @Test
    void leadsFromARequestToAResult() {
        var id = TYUMEN.created("mentorships", pair(mentor, mentee));
        var theMentor = TYUMEN.service().as(Role.TEACHER, mentor);
        var path = "mentorships/" + id;
        TYUMEN.refused("mentorship-sessions", session(id, "2026-02-01")).jsonPath("$.errors[0].code").isEqualTo("mentorship-not-going");

        TYUMEN.act(TYUMEN.service().as(Role.TEACHER, mentee), path + "/acceptance", 1, NOW).expectStatus().isForbidden();
        TYUMEN.act(theMentor, path + "/acceptance", 1, NOW).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("ACCEPTED");
        TYUMEN.act(theMentor, path + "/result", 2, "{\"on\": \"2026-06-01\", \"note\": \"Открытый урок\"}").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[*].code").isEqualTo(List.of("no-sessions", "no-feedback"));
        Registry.post(theMentor, "mentorship-sessions", session(id, "2026-02-01")).expectStatus().isCreated();
        Registry.post(TYUMEN.service().as(Role.TEACHER, mentee), "mentorship-sessions", session(id, "2026-02-02")).expectStatus().isForbidden();
        TYUMEN.refused("mentorship-sessions", session(id, "2025-12-31")).jsonPath("$.errors[0].code").isEqualTo("outside-mentorship");
        TYUMEN.refused("mentorship-sessions", session(id, "2026-12-31")).jsonPath("$.errors[0].code").isEqualTo("outside-mentorship");
        Registry.post(TYUMEN.service().as(Role.TEACHER, mentee), "mentorship-feedback", feedback(id, mentee)).expectStatus().isCreated();
        TYUMEN.refused("mentorship-feedback", feedback(id, TYUMEN.teacher(school))).jsonPath("$.errors[0].code").isEqualTo("not-of-mentorship");
        TYUMEN.act(theMentor, path + "/result", 2, NOW).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/note");
        TYUMEN.act(theMentor, path + "/result", 2, "{\"on\": \"2026-06-01\", \"note\": \"Открытый урок\"}").expectStatus().isOk().expectBody()
                .jsonPath("$.result").isEqualTo("Открытый урок").jsonPath("$.sessions").isEqualTo(1).jsonPath("$.feedback").isEqualTo(1);
        TYUMEN.act(path + "/cancellation", 3, NOW).expectStatus().isEqualTo(409).expectBody().jsonPath("$.possible").isEqualTo(List.of());
        TYUMEN.created("mentorships", pair(mentor, mentee));
    }

    @Test
    @Clause("REG-094")
    void letsAMentorBeAMenteeElsewhereAndFlagsTheReverse() {
        var experienced = TYUMEN.teacher(school);
        TYUMEN.created("mentorships", pair(experienced, mentor));
        TYUMEN.get("mentorships/" + TYUMEN.created("mentorships", pair(mentor, mentee))).jsonPath("$.reverse").isEqualTo(false);

        var back = TYUMEN.created("mentorships", pair(mentor, experienced));
        TYUMEN.get("mentorships/" + back).jsonPath("$.reverse").isEqualTo(true);
        var younger = TYUMEN.created("mentorships", pair(mentee, TYUMEN.teacher(school)));
        TYUMEN.get("mentorships?reverse=true&mentorId=" + mentee).jsonPath("$.items[0].id").isEqualTo(younger.toString());
        var peers = TYUMEN.created("mentorships", pair(mentee, TYUMEN.teacher(school, "2000-01-01", "2025-09-01")));
        TYUMEN.get("mentorships/" + peers).jsonPath("$.reverse").isEqualTo(false);
    }

    @Test
    @Clause("REG-092")
    void mentorsAGroup() {
        var other = TYUMEN.teacher(school);
        var id = TYUMEN.created("mentorships", pair(mentor, mentee).replace("PAIR", "GROUP")
                .replace("[\"" + mentee + "\"]", "[\"%s\", \"%s\"]".formatted(mentee, other)));

        TYUMEN.get("mentorships?form=GROUP&menteeId=" + other).jsonPath("$.items[0].id").isEqualTo(id.toString());
    }

    @Test
    @Clause("REG-093")
    void hasNoMunicipalPairsWithoutAMunicipalLevel() {
        var sevastopol = Region.of("sevastopol");
        var place = sevastopol.school();
        var body = pair(sevastopol.teacher(place), sevastopol.teacher(place)).replace(school.toString(), place.toString())
                .replace(TYUMEN.municipality(), "null");

        sevastopol.created("mentorships", body);
        sevastopol.refused("mentorships", body.replace("INSTITUTIONAL", "MUNICIPAL")).jsonPath("$.errors[0].code").isEqualTo("no-such-level")
                .jsonPath("$.errors[0].clause").value(Registry.citing("215"));
    }

    private String pair(UUID who, UUID whom) {
        return """
                {"form": "PAIR", "basis": "MENTOR_YOUNG", "level": "INSTITUTIONAL", "mentorId": "%s", "menteeIds": ["%s"],
                 "organisationId": "%s", "municipalityId": %s, "subject": "Физика", "reverse": false, "since": "2026-01-01",
                 "until": "2026-12-31"}""".formatted(who, whom, school, TYUMEN.municipality());
    }

    private static String session(UUID mentorship, String on) {
        return "{\"mentorshipId\": \"%s\", \"heldOn\": \"%s\", \"topic\": \"Урок\", \"minutes\": 45}".formatted(mentorship, on);
    }

    private static String feedback(UUID mentorship, UUID person) {
        return "{\"mentorshipId\": \"%s\", \"personId\": \"%s\", \"givenOn\": \"2026-05-01\", \"score\": 5}".formatted(mentorship, person);
    }
}
