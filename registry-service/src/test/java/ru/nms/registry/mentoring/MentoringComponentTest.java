package ru.nms.registry.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

/// Shares of a whole region are asked before and after.
class MentoringComponentTest {

    private static final Region SEVASTOPOL = Region.of("sevastopol");

    @Test
    @Clause("REG-095")
    void countsSchoolsWithTheTargetModel() {
        var school = SEVASTOPOL.school();
        SEVASTOPOL.school();
        var before = share("mentoring-models/share?on=1995-01-01");
        SEVASTOPOL.created("mentoring-models", """
                {"organisationId": "%s", "since": "1995-01-01", "document": "Приказ 7", "until": "1996-01-01"}""".formatted(school));

        assertThat(share("mentoring-models/share?on=1995-01-01")[0]).isEqualTo(before[0] + 1);
        assertThat(share("mentoring-models/share?on=1995-12-31")[1]).isGreaterThanOrEqualTo(2);
        assertThat(share("mentoring-models/share?on=1994-12-31")[0]).isEqualTo(before[0]);
        assertThat(share("mentoring-models/share?on=1996-01-01")[0]).isEqualTo(before[0]);
        SEVASTOPOL.get("mentoring-models?on=1995-06-01&organisationId=" + school).jsonPath("$.items[0].document").isEqualTo("Приказ 7");
        SEVASTOPOL.refused("mentoring-models", "{\"organisationId\": \"%s\", \"since\": \"1995-01-01\"}".formatted(SEVASTOPOL.school()))
                .jsonPath("$.errors[0].pointer").isEqualTo("/document");
    }

    @Test
    @Clause("REG-096")
    void countsSchoolsWhoseTeamsMentorOrAreMentored() {
        var strong = SEVASTOPOL.school();
        var weak = SEVASTOPOL.school();
        SEVASTOPOL.created("managerial-mentorships", teams(strong, weak));

        assertThat(share("managerial-mentorships/share?on=1985-01-01")[0]).isEqualTo(2);
        assertThat(share("managerial-mentorships/share?on=1984-12-31")[0]).isZero();
        SEVASTOPOL.get("managerial-mentorships?organisationId=" + weak).jsonPath("$.items[0].strongId").isEqualTo(strong.toString())
                .jsonPath("$.items[0].weakId").isEqualTo(weak.toString());
        SEVASTOPOL.refused("managerial-mentorships", teams(strong, strong)).jsonPath("$.errors[0].code").isEqualTo("same-organisation");
        var tyumen = Region.TYUMEN;
        tyumen.refused("managerial-mentorships", teams(tyumen.school(), tyumen.school())).jsonPath("$.errors[0].code").isEqualTo("not-in-region");
    }

    @Test
    @Clause("REG-097")
    void keepsProgrammesOfWhoeverHasThemAndWhatTheyLedTo() {
        var tyumen = Region.TYUMEN;
        var school = tyumen.school();
        var association = tyumen.created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "INSTITUTIONAL", "title": "МО %s", "scope": "INTER_SUBJECT",
                 "networked": false, "young": false, "hostId": "%s"}""".formatted(UUID.randomUUID(), school));
        var own = tyumen.created("mentoring-programmes", programme("ORGANISATION", "\"" + school + "\"", "null"));
        for (var owner : List.of("COMMUNITY", "ASSOCIATION")) {
            tyumen.created("mentoring-programmes", programme(owner, "null", "\"" + association + "\""));
            tyumen.refused("mentoring-programmes", programme(owner, "\"" + school + "\"", "null")).jsonPath("$.errors[0].pointer").isEqualTo("/communityId");
        }
        var result = tyumen.created("mentoring-programme-results", "{\"programmeId\": \"%s\", \"year\": 2026, \"results\": \"12 пар\"}".formatted(own));

        tyumen.get("mentoring-programmes/" + own).jsonPath("$.analysed").isEqualTo(List.of());
        tyumen.put("mentoring-programme-results/" + result, 1, """
                {"programmeId": "%s", "year": 2026, "results": "12 пар", "analysis": "Продолжить", "analysedOn": "2026-12-20"}"""
                .formatted(own)).expectStatus().isOk();
        tyumen.get("mentoring-programmes/" + own).jsonPath("$.analysed").isEqualTo(List.of(2026));
        tyumen.post("mentoring-programme-results", "{\"programmeId\": \"%s\", \"year\": 2026, \"results\": \"ещё\"}".formatted(own))
                .expectStatus().isEqualTo(409);
    }

    private static String programme(String owner, String organisation, String community) {
        return "{\"title\": \"Программа %s\", \"owner\": \"%s\", \"organisationId\": %s, \"communityId\": %s, \"since\": \"2026-01-01\"}"
                .formatted(UUID.randomUUID(), owner, organisation, community);
    }

    private static String teams(UUID strong, UUID weak) {
        return """
                {"strongId": "%s", "weakId": "%s", "since": "1985-01-01", "until": "1986-01-01", "aim": "Управление качеством"}"""
                .formatted(strong, weak);
    }

    private static int[] share(String path) {
        var found = new int[2];
        SEVASTOPOL.get(path).jsonPath("$.numerator").value(it -> found[0] = (Integer) it)
                .jsonPath("$.denominator").value(it -> found[1] = (Integer) it);
        return found;
    }
}
