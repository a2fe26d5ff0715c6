package ru.nms.monitoring.indicator;

import static org.awaitility.Awaitility.await;
import static ru.nms.monitoring.Monitoring.get;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ru.nms.contracts.PersonChanged.Post;
import ru.nms.monitoring.Monitoring;
import ru.nms.platform.testkit.Clause;

/// A region without municipalities, by calendar years, with targets.
class SevastopolComponentTest {

    private static final Monitoring SEVASTOPOL = Monitoring.told("sevastopol");

    @BeforeEach
    void forget() {
        SEVASTOPOL.forgetEverything();
    }

    @Test
    @Clause({"MON-006", "PRF-14", "PRF-15"})
    void countsTheRegionAndItsOrganisationsAndComparesWithTheTargetOfTheYear() {
        var school = SEVASTOPOL.organisation(null);
        var person = SEVASTOPOL.person(new Post(school, null, "TEACHER", true, List.of(), Monitoring.LONG_AGO, null));
        SEVASTOPOL.teacher(null);
        SEVASTOPOL.teacher(null);
        SEVASTOPOL.teacher(null);
        SEVASTOPOL.route(person, true, "2024-12-31");

        await().untilAsserted(() -> get(SEVASTOPOL.coordinator(), "indicators?date=2024-03-01").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].code").isEqualTo("SEV-1")
                .jsonPath("$.items[0].value").isEqualTo(25.0)
                .jsonPath("$.items[0].target").isEqualTo(30)
                .jsonPath("$.items[0].met").isEqualTo(false));
        await().untilAsserted(() -> get(SEVASTOPOL.coordinator(), "indicators?date=2024-03-01&territory=" + school)
                .expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].value").isEqualTo(100.0)
                .jsonPath("$.items[0].met").isEqualTo(true));
        get(SEVASTOPOL.coordinator(), "indicators?date=2025-03-01").expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].target").isEmpty();
    }

    @Test
    void hasNoClusters() {
        get(SEVASTOPOL.coordinator(), "clusters/STAFFING?year=2023").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:no-such-cluster");
    }
}
