package ru.nms.diagnostics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.CompletionChanged;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.Golden;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.offer.Offered;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;

class ComparisonComponentTest {

    private final UUID person = Learnt.person(UUID.randomUUID());
    private final UUID programme = UUID.randomUUID();
    private final UUID organisation = UUID.randomUUID();

    @Test
    void comparesTheNewestTwoDiagnosesOfOneProcedure() {
        recorded(PERM, result(person, "2024-02-01", "METHODICAL", 900));
        recorded(PERM, result(person, "2025-02-01", "METHODICAL", 600));
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 800));
        recorded(PERM, result(person, "2026-03-01", "METHODICAL", 100).replace("CNPPM_DIAGNOSTICS", "OTHER_TEST"));

        get(PERM.as(Role.TEACHER, person), "comparisons?personId=" + person).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].before").isEqualTo(60.0).jsonPath("$.items[0].after").isEqualTo(80.0)
                .jsonPath("$.items[0].difference").isEqualTo(20.0)
                // nobody says in how many tasks the points were won
                .jsonPath("$.items[0].low").doesNotExist().jsonPath("$.items[0].high").doesNotExist()
                .jsonPath("$.items[0].confidence").doesNotExist().jsonPath("$.items[0].method").doesNotExist();
        get(PERM.as(Role.TEACHER, UUID.randomUUID()), "comparisons?personId=" + person).expectBody().jsonPath("$.items").isEmpty();
    }

    /// 3 and 9 of 10 tasks of 2 points each, as in Newcombe 1998, table II: 0.1705 to 0.8090.
    @Test
    void takesTasksAsTrialsAndNotTheirPoints() {
        var framework = Fos.framework();
        var instrument = Fos.instrument(framework, Fos.code(), 1);
        var tasks = IntStream.rangeClosed(1, 10).mapToObj(number -> Fos.task(instrument, number, "null")).toList();
        tasks.forEach(task -> Fos.key(task, "2"));
        Fos.approve(instrument);
        var campaign = Campaigns.announced(instrument, "LIST", ", \"attempts\": 2, \"personIds\": " + Campaigns.ids(person));
        takes(campaign, tasks.subList(0, 3));
        takes(campaign, tasks.subList(0, 9));

        get(PERM.as(Role.TEACHER, person), "comparisons?personId=" + person).expectBody()
                .jsonPath("$.items[0].before").isEqualTo(30.0).jsonPath("$.items[0].after").isEqualTo(90.0)
                .jsonPath("$.items[0].low").value(low -> assertThat((Double) low).isBetween(17.0, 17.1))
                .jsonPath("$.items[0].high").value(high -> assertThat((Double) high).isBetween(80.8, 81.0))
                .jsonPath("$.items[0].method").isEqualTo("NEWCOMBE_HYBRID_SCORE").jsonPath("$.items[0].confidence").isEqualTo(95);
    }

    private void takes(UUID campaign, List<UUID> known) {
        var me = new Api(PERM.as(Role.TEACHER, person));
        var attempt = me.made("campaigns/" + campaign + "/attempts", "");
        known.forEach(task -> me.put("attempts/" + attempt + "/answers/" + task, "*", "{\"revision\": 1, \"answer\": {\"chosen\": [\"2\"]}}")
                .expectStatus().isNoContent());
        me.done("attempts/" + attempt + "/submission", "");
    }

    @Test
    void comparesThoseWhoCompletedAProgrammeWhenTheyAreFive() {
        var people = new ArrayList<UUID>();
        for (int n = 0; n < 4; n++) {
            people.add(completed(400, 500 + 20 * n));
        }
        completed(400, null);
        get(PERM.as(Role.COORDINATOR), "comparisons?programmeId=" + programme).expectBody()
                .jsonPath("$.items[0].suppressed").isEqualTo(true).jsonPath("$.items[0].people").doesNotExist()
                .jsonPath("$.items[0].difference").doesNotExist();

        people.add(completed(400, 580));
        get(PERM.as(Role.COORDINATOR), "comparisons?programmeId=" + programme).expectBody()
                .jsonPath("$.items[0].people").isEqualTo(5).jsonPath("$.items[0].method").isEqualTo("PAIRED_T")
                .jsonPath("$.items[0].before").isEqualTo(40.0).jsonPath("$.items[0].after").isEqualTo(54.0)
                .jsonPath("$.items[0].difference").isEqualTo(14.0)
                // differences 10, 12, 14, 16, 18: s² = 10, t = 2.7764 → 14 ± 3.9265
                .jsonPath("$.items[0].low").isEqualTo(10.1).jsonPath("$.items[0].high").isEqualTo(17.9);
    }

    @Test
    void comparesThoseWhoWorkInAnOrganisationBeforeAYearAndInIt() {
        for (int n = 0; n < 5; n++) {
            var colleague = Learnt.working(UUID.randomUUID(), organisation);
            recorded(PERM, result(colleague, "2024-05-01", "METHODICAL", 300));
            recorded(PERM, result(colleague, "2025-05-01", "METHODICAL", 400));
            recorded(PERM, result(colleague, "2026-01-01", "METHODICAL", 900));
        }
        var of = "comparisons?organisationId=" + organisation;

        get(PERM.as(Role.ORGANISATION, null, organisation, null), of + "&year=2025").expectBody()
                .jsonPath("$.items[0].before").isEqualTo(30.0).jsonPath("$.items[0].after").isEqualTo(40.0)
                .jsonPath("$.items[0].low").isEqualTo(10.0).jsonPath("$.items[0].high").isEqualTo(10.0);
        get(PERM.as(Role.ORGANISATION, null, UUID.randomUUID(), null), of + "&year=2025").expectBody().jsonPath("$.items").isEmpty();
        for (var wrong : List.of("comparisons", of, of + "&year=2025&personId=" + person, "comparisons?year=2025")) {
            get(PERM.as(Role.COORDINATOR), wrong).expectStatus().isBadRequest();
        }
    }

    /// A training of one day, and one diagnosis on it: that is no pair.
    @Test
    void comparesNoDiagnosisWithItself() {
        var day = LocalDate.of(2025, 6, 30);
        for (int n = 0; n < 5; n++) {
            var participant = Learnt.person(UUID.randomUUID());
            recorded(PERM, result(participant, day.toString(), "METHODICAL", 500));
            completed(participant, day, day);
        }
        get(PERM.as(Role.COORDINATOR), "comparisons?programmeId=" + programme).expectBody().jsonPath("$.items").isEmpty();
    }

    private UUID completed(int before, Integer after) {
        var participant = Learnt.person(UUID.randomUUID());
        recorded(PERM, result(participant, "2025-01-10", "METHODICAL", before));
        if (after != null) {
            recorded(PERM, result(participant, "2025-06-30", "METHODICAL", after));
        }
        completed(participant, LocalDate.of(2025, 1, 10), LocalDate.of(2025, 6, 30));
        return participant;
    }

    private void completed(UUID participant, LocalDate since, LocalDate until) {
        var golden = Golden.event(CompletionChanged.TOPIC, UUID.randomUUID(), 1);
        Offered.learnt(new CompletionChanged(golden.eventId(), golden.subject(), 1, 1, golden.occurredAt(), participant, programme,
                since, until, 72, true, true));
    }
}
