package ru.nms.monitoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.monitoring.Monitoring.get;
import static ru.nms.monitoring.Monitoring.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.Topic;
import ru.nms.monitoring.Monitoring;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Academic year 2023/24 in Tyumen: from 1 September 2023, people counted on 31 August 2024.
class IndicatorComponentTest {

    private static final Monitoring TYUMEN = Monitoring.told("tyumen");
    private static final String ROUTES = "$.items[?(@.code == 'T-3.3')].";
    private static final String DIAGNOSTICS = "$.items[?(@.code == 'T-1.1.2')].";

    @BeforeEach
    void forget() {
        TYUMEN.forgetEverything();
    }

    @Test
    @Clause({"MON-001", "MON-003", "MON-018"})
    void countsPeopleWithFactsOfThePeriodAndShowsOneDigit() {
        var municipality = TYUMEN.municipality("ISHIM");
        var first = TYUMEN.teacher(municipality);
        TYUMEN.teacher(municipality);
        TYUMEN.teacher(municipality);
        TYUMEN.result(first, "2024-02-01");
        TYUMEN.result(first, "2024-03-01");
        TYUMEN.route(first, true, "2024-03-01");

        shows("region", ROUTES, 1, 3, 33.3);
        shows("region", DIAGNOSTICS, 1, 3, 33.3);
        shows(municipality.toString(), ROUTES, 1, 3, 33.3);
        shows("ISHIM", ROUTES, 1, 3, 33.3);
        indicators(TYUMEN.coordinator(), "region")
                .jsonPath("$.period.year").isEqualTo(2024)
                .jsonPath("$.period.from").isEqualTo("2023-09-01")
                .jsonPath(ROUTES + "measuredOn").isEqualTo("2024-08-31")
                .jsonPath(ROUTES + "canonical").isEqualTo("iom_coverage")
                .jsonPath(ROUTES + "unit").isEqualTo("PERCENT")
                .jsonPath(ROUTES + "source").isEqualTo("MR-2023:568")
                .jsonPath(ROUTES + "asOf").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("counted")
    void countsAnewWhenACopyWasRebuilt(Topic<?> topic) {
        var person = TYUMEN.teacher(TYUMEN.municipality("ISHIM"));
        TYUMEN.result(person, "2024-02-01");
        shows("region", DIAGNOSTICS, 1, 1, 100);
        TYUMEN.service().inTransaction(TYUMEN.db().sql("DELETE FROM result").then());

        TYUMEN.rebuilt(topic);

        shows("region", DIAGNOSTICS, 0, 1, 0);
    }

    static Stream<Topic<?>> counted() {
        return Stream.of(MunicipalityChanged.TOPIC, OrganisationChanged.TOPIC, PersonChanged.TOPIC, ResultChanged.TOPIC,
                RouteChanged.TOPIC);
    }

    @Test
    void bringsEachPeriodUpToDateInATransactionOfItsOwn() {
        TYUMEN.result(TYUMEN.teacher(TYUMEN.municipality("ISHIM")), "2024-02-01");
        shows("region", DIAGNOSTICS, 1, 1, 100);

        await().untilAsserted(() -> assertThat(number("SELECT count(DISTINCT year) AS n FROM indicator_value")).isGreaterThan(1));
        assertThat(number("""
                SELECT count(*) AS n FROM (SELECT changed_tx FROM indicator_value GROUP BY changed_tx
                                           HAVING count(DISTINCT year) > 1) AS mixed""")).isZero();
    }

    private static long number(String sql) {
        return TYUMEN.service().inTransaction(TYUMEN.db().sql(sql).map(row -> row.get("n", Long.class)).one());
    }

    @Test
    @Clause("PRF-15")
    void keepsFactsOutThatLieOutsideTheAcademicYear() {
        var person = TYUMEN.teacher(TYUMEN.municipality("ISHIM"));
        TYUMEN.result(person, "2023-08-31");
        TYUMEN.result(person, "2024-09-01");
        TYUMEN.route(person, false, "2024-03-01");
        TYUMEN.route(person, true, null);

        shows("region", DIAGNOSTICS, 0, 1, 0);
        shows("region", ROUTES, 0, 1, 0);
    }

    @Test
    @Clause("MON-013")
    void countsWhoWorksInTwoMunicipalitiesOnceInTheRegionAndOnceInEach() {
        var one = TYUMEN.municipality("ISHIM");
        var other = TYUMEN.municipality("TOBOLSK");
        var both = TYUMEN.person(post(one), post(other));
        TYUMEN.teacher(one);
        TYUMEN.teacher(one);
        TYUMEN.result(both, "2024-02-01");

        shows(one.toString(), DIAGNOSTICS, 1, 3, 33.3);
        shows(other.toString(), DIAGNOSTICS, 1, 1, 100);
        shows("region", DIAGNOSTICS, 1, 3, 33.3);
    }

    @Test
    void countsTeachersOfTheDayOnly() {
        var municipality = TYUMEN.municipality("ISHIM");
        var school = TYUMEN.organisation(municipality);
        TYUMEN.person(new Post(school, municipality, "TEACHER", true, List.of(), Monitoring.LONG_AGO, null));
        TYUMEN.person(new Post(school, municipality, "TEACHER", true, List.of(), Monitoring.LONG_AGO, LocalDate.of(2024, 8, 31)));
        TYUMEN.person(new Post(school, municipality, "TEACHER", true, List.of(), LocalDate.of(2024, 9, 1), null));
        TYUMEN.person(new Post(school, municipality, "HEAD", false, List.of(), Monitoring.LONG_AGO, null));
        TYUMEN.result(UUID.randomUUID(), "2024-02-01");

        shows(school.toString(), DIAGNOSTICS, 0, 1, 0);
    }

    @Test
    void followsFactsAsTheyChange() {
        var person = TYUMEN.teacher(TYUMEN.municipality("ISHIM"));
        var result = TYUMEN.result(person, "2024-02-01");
        shows("region", DIAGNOSTICS, 1, 1, 100);

        TYUMEN.learn(new ResultChanged(UUID.randomUUID(), result, 1, 2, Instant.EPOCH, person,
                "CNPPM_DIAGNOSTICS", "CNPPM", LocalDate.of(2023, 2, 1), List.of()));
        shows("region", DIAGNOSTICS, 0, 1, 0);

        TYUMEN.person(person, 2);
        await().untilAsserted(() -> indicators(TYUMEN.coordinator(), "region")
                .jsonPath(DIAGNOSTICS + "denominator").isEqualTo(0));
    }

    @Test
    @Clause("MON-004")
    void hasNoValueOverNobody() {
        TYUMEN.municipality("ISHIM");
        TYUMEN.person();
        TYUMEN.result(UUID.randomUUID(), "2024-02-01");

        await().untilAsserted(() -> indicators(TYUMEN.coordinator(), "region")
                .jsonPath(DIAGNOSTICS + "noDataReason").isEqualTo("DENOMINATOR_ZERO")
                .jsonPath(DIAGNOSTICS + "denominator").isEqualTo(0)
                .jsonPath(DIAGNOSTICS + "value").value(IndicatorComponentTest::absent));
    }

    @Test
    void saysThatNothingWasLearntInsteadOfZero() {
        TYUMEN.teacher(TYUMEN.municipality("ISHIM"));
        TYUMEN.result(UUID.randomUUID(), "2024-02-01");

        shows("region", DIAGNOSTICS, 0, 1, 0);
        indicators(TYUMEN.coordinator(), "region")
                .jsonPath(ROUTES + "noDataReason").isEqualTo("NOT_LEARNT")
                .jsonPath(ROUTES + "numerator").value(IndicatorComponentTest::absent)
                .jsonPath(ROUTES + "value").value(IndicatorComponentTest::absent);

        TYUMEN.route(UUID.randomUUID(), true, "2025-02-01");
        shows("region", ROUTES, 0, 1, 0);
    }

    @Test
    @Clause("PRF-14")
    void hasNoTargetWhereTheSourceNamesNone() {
        TYUMEN.municipality("ISHIM");

        indicators(TYUMEN.coordinator(), "region")
                .jsonPath(ROUTES + "target").value(IndicatorComponentTest::absent)
                .jsonPath(ROUTES + "met").value(IndicatorComponentTest::absent);
    }

    @Test
    void showsAMunicipalityItselfAndTheRegionAndNobodyElse() {
        var own = TYUMEN.municipality("ISHIM");
        var other = TYUMEN.municipality("ISHIM");

        get(TYUMEN.municipal(own), "indicators?territory=" + own).expectStatus().isOk();
        get(TYUMEN.municipal(own), "indicators").expectStatus().isOk();
        get(TYUMEN.municipal(own), "indicators?territory=" + other).expectStatus().isNotFound();
        get(TYUMEN.municipal(own), "indicators?territory=" + UUID.randomUUID()).expectStatus().isNotFound();
        get(TYUMEN.municipal(own), "indicators?territory=ISHIM").expectStatus().isNotFound();
    }

    @Test
    void showsAnOrganisationItself() {
        var own = TYUMEN.organisation(null);
        var http = TYUMEN.service().as(Role.ORGANISATION, null, own, null);

        get(http, "indicators?territory=" + own).expectStatus().isOk();
        get(http, "indicators?territory=" + TYUMEN.organisation(null)).expectStatus().isNotFound();
        get(http, "indicators").expectStatus().isNotFound();
    }

    @Test
    void refusesTheFutureAndWhatItDoesNotUnderstand() {
        get(TYUMEN.coordinator(), "indicators?date=2999-01-01").expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-yet");
        get(TYUMEN.coordinator(), "indicators?date=soon").expectStatus().isBadRequest();
        get(TYUMEN.coordinator(), "indicators?colour=red").expectStatus().isBadRequest();
        get(TYUMEN.coordinator(), "indicators?territory=nowhere").expectStatus().isNotFound();
    }

    private static void shows(String territory, String indicator, int numerator, int denominator, double value) {
        await().untilAsserted(() -> indicators(TYUMEN.coordinator(), territory)
                .jsonPath(indicator + "numerator").isEqualTo(numerator)
                .jsonPath(indicator + "denominator").isEqualTo(denominator)
                .jsonPath(indicator + "value").isEqualTo(value));
    }

    private static WebTestClient.BodyContentSpec indicators(WebTestClient http, String territory) {
        return get(http, "indicators?date=2024-03-01&territory=" + territory).expectStatus().isOk().expectBody();
    }

    /// Left out or null, which mean the same.
    private static void absent(Object found) {
        assertThat(found.toString()).isIn("[]", "[null]");
    }
}
