package ru.nms.diagnostics.analytics;

import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Eight teachers and two graduates; three teachers and one graduate took part.
class LiteracyComponentTest {

    private static final Crowd KUZBASS = Crowd.of("kuzbass", "literacy");
    private static final String LITERACY = "FUNCTIONAL_LITERACY";

    private static UUID city;

    @BeforeAll
    static void aRegion() {
        city = KUZBASS.municipality("Кемерово", null, null);
        var below = KUZBASS.teacher(city, "Химия");
        KUZBASS.result(below, LITERACY, "2025-03-01", LITERACY, "69.9");
        var passed = KUZBASS.teacher(city, "Химия");
        KUZBASS.result(passed, LITERACY, "2025-03-01", LITERACY, "70.0");
        var lastYear = KUZBASS.teacher(city, "Химия");
        KUZBASS.result(lastYear, LITERACY, "2024-12-31", LITERACY, "100");
        var again = KUZBASS.teacher(city, "Химия");
        KUZBASS.result(again, LITERACY, "2025-03-01", LITERACY, "10");
        KUZBASS.result(again, LITERACY, "2025-10-01", LITERACY, "71");
        for (int n = 0; n < 4; n++) {
            KUZBASS.teacher(city, "Химия");
        }
        KUZBASS.works(KUZBASS.person(false), city, UUID.randomUUID(), false, "Химия");
        var graduate = KUZBASS.person(false);
        KUZBASS.result(graduate, LITERACY, "2025-06-01", LITERACY, "30");
        KUZBASS.person(false);
    }

    @Test
    @Clause("DIA-014")
    void countsTeachersAndGraduatesAndPassesFromSeventyPercent() {
        KUZBASS.as(Role.MINISTRY).get("analytics/functional-literacy?year=2025").expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].key").isEqualTo("REGION")
                .jsonPath("$.items[0].base").isEqualTo(10)
                .jsonPath("$.items[0].participants").isEqualTo(4)
                .jsonPath("$.items[0].passed").isEqualTo(2)
                .jsonPath("$.items[1].title").isEqualTo("Кемерово")
                .jsonPath("$.items[1].base").isEqualTo(8)
                .jsonPath("$.items[1].participants").isEqualTo(3)
                .jsonPath("$.items[1].passed").isEqualTo(2);
    }

    @Test
    @Clause("DIA-015")
    void tellsTheSharesInBothReadingsOfTheBase() {
        KUZBASS.as(Role.MINISTRY).get("analytics/functional-literacy?year=2025").expectBody()
                .jsonPath("$.items[0].participation").isEqualTo(40.0)
                .jsonPath("$.items[0].passedOfBase").isEqualTo(20.0)
                .jsonPath("$.items[0].passedOfParticipants").isEqualTo(50.0);
        KUZBASS.as(Role.MINISTRY).get("analytics/functional-literacy?year=2023").expectBody()
                .jsonPath("$.items[0].base").isEqualTo(10)
                .jsonPath("$.items[0].participation").doesNotExist();
    }

    /// One of ten took part in 2024, and passed: 10 % of 30, 10 % of 15 of all, 100 % of those who took part.
    @Test
    @Clause("DIA-015")
    void setsTheTargetsOfTheRegionBesideBothReadings() {
        KUZBASS.as(Role.MINISTRY).get("analytics/functional-literacy?year=2024").expectBody()
                .jsonPath("$.items[0].key").isEqualTo("REGION")
                .jsonPath("$.items[0].participationTarget").isEqualTo(30).jsonPath("$.items[0].participation").isEqualTo(10.0)
                .jsonPath("$.items[0].passedTarget").isEqualTo(15).jsonPath("$.items[0].passedOfBase").isEqualTo(10.0)
                .jsonPath("$.items[0].passedOfParticipants").isEqualTo(100.0)
                .jsonPath("$.items[1].participationTarget").doesNotExist();
        KUZBASS.as(Role.MINISTRY).get("analytics/functional-literacy?year=2025").expectBody()
                .jsonPath("$.items[0].participationTarget").doesNotExist();
    }

    @Test
    void saysNothingWhereTheRegionGivesNoPassMark() {
        Crowd.of("tyumen", "analytics").as(Role.MINISTRY).get("analytics/functional-literacy?year=2025").expectBody()
                .jsonPath("$.items").isEmpty();
    }
}
