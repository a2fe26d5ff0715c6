package ru.nms.diagnostics.analytics;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.Api;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Where a year ends and where a school does: in Tyumen it is five hours later than in UTC.
class BoundaryComponentTest {

    private static final Crowd TYUMEN = Crowd.of("tyumen", "boundary");
    private static final Measured MEASURED = new Measured(TYUMEN);
    private static final Api MINISTRY = TYUMEN.as(Role.MINISTRY);

    private static final UUID ONE_SCHOOL = UUID.randomUUID();
    private static final UUID OTHER_SCHOOL = UUID.randomUUID();

    private static UUID framework;
    private static UUID here;
    private static UUID there;

    @BeforeAll
    static void twoAttemptsAtTheTurnOfTheYearAndTwoSchools() {
        here = TYUMEN.municipality("Абатский", "RURAL", "ISHIM");
        there = TYUMEN.municipality("Уватский", "RURAL_REMOTE", "TOBOLSK");
        framework = MEASURED.framework("F", "1");
        MEASURED.competence(framework, "К-1", null, null);
        var instrument = MEASURED.instrument(framework, null);
        var task = MEASURED.task(instrument, 1, "К-1", 10);
        var campaign = MEASURED.campaign(instrument, Instant.parse("2024-12-31T19:00:00Z"));
        // 31 December 2024, 23:59, and 1 January 2025, 00:30, by the clocks of Tyumen
        MEASURED.attempt(campaign, instrument, TYUMEN.teacher(here, "Физика"), "2024-12-31T18:59:00Z", Map.of(task, 3));
        MEASURED.attempt(campaign, instrument, TYUMEN.teacher(here, "Физика"), "2024-12-31T19:30:00Z", Map.of(task, 8));

        var both = TYUMEN.person(false);
        TYUMEN.works(both, here, ONE_SCHOOL, true, "Химия");
        TYUMEN.works(both, there, OTHER_SCHOOL, true, "Химия");
        TYUMEN.result(both, "CNPPM_DIAGNOSTICS", "2025-03-01", "METHODICAL", "10");
    }

    @Test
    @Clause("DIA-013")
    void countsAnAttemptInTheYearThatTheClocksOfTheRegionShow() {
        MINISTRY.get("analytics/competences?frameworkId=" + framework + "&since=2024-01-01&until=2024-12-31").expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].measured").isEqualTo(1).jsonPath("$.items[0].percent").isEqualTo(30.0);
        MINISTRY.get("analytics/competences?frameworkId=" + framework + "&since=2025-01-01&until=2025-12-31").expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].measured").isEqualTo(1).jsonPath("$.items[0].percent").isEqualTo(80.0);
    }

    /// The campaign ends as 2025 begins there: it was in both years, and not in 2026.
    @Test
    void countsACampaignInTheYearsThatTheClocksOfTheRegionShow() {
        MINISTRY.get("reports/diagnostics?year=2024").expectBody().jsonPath("$.campaigns").isEqualTo(1);
        MINISTRY.get("reports/diagnostics?year=2025").expectBody().jsonPath("$.campaigns").isEqualTo(1);
        MINISTRY.get("reports/diagnostics?year=2019").expectBody().jsonPath("$.campaigns").isEqualTo(0);
    }

    @Test
    @Clause("DIA-032")
    void tellsASchoolNothingOfTheOtherOneWhereItsTeacherWorksToo() {
        var school = new Api(TYUMEN.service().as(Role.ORGANISATION, null, ONE_SCHOOL, null));
        var municipality = new Api(TYUMEN.service().as(Role.MUNICIPALITY, null, null, there));
        for (var what : new String[] {"coverage", "difficulties"}) {
            school.get("analytics/" + what + "?by=ORGANISATION&since=2025-01-01&until=2025-12-31").expectBody()
                    .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].key").isEqualTo(ONE_SCHOOL.toString());
            school.get("analytics/" + what + "?by=MUNICIPALITY&since=2025-01-01&until=2025-12-31").expectBody()
                    .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].key").isEqualTo(here.toString());
            municipality.get("analytics/" + what + "?by=ORGANISATION&since=2025-01-01&until=2025-12-31").expectBody()
                    .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].key").isEqualTo(OTHER_SCHOOL.toString());
        }
        MINISTRY.get("analytics/difficulties?by=ORGANISATION&since=2025-01-01&until=2025-12-31").expectBody()
                .jsonPath("$.items.length()").isEqualTo(2);
    }
}
