package ru.nms.monitoring.cluster;

import static ru.nms.monitoring.Monitoring.get;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.monitoring.Monitoring;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class ClusterComponentTest {

    private static final Monitoring TYUMEN = Monitoring.told("tyumen");
    private static final String STAFFING = "clusters/STAFFING?year=2023";

    @BeforeEach
    void forget() {
        TYUMEN.forgetEverything();
    }

    /// The figures of the region's own report; ratios divided by hand.
    @Test
    @Clause({"MON-013", "MON-090", "MON-091", "MON-092"})
    void reproducesTheReportOf2023() {
        RegionProfiles.load("tyumen").municipalities().forEach(it -> TYUMEN.learn(new MunicipalityChanged(
                UUID.randomUUID(), UUID.randomUUID(), 1, 1, Instant.EPOCH, it.code(), it.name(), it.aliases(),
                it.territoryType(), Map.of(), new TreeMap<>(it.methodists()), new TreeMap<>(it.teachersReported()), null)));

        var body = cluster(TYUMEN.coordinator());

        body.jsonPath("$.year").isEqualTo(2023).jsonPath("$.measuredOn").isEqualTo("2023-12-31")
                .jsonPath("$.items.length()").isEqualTo(26)
                .jsonPath("$.total.teachers").isEqualTo(12_627)
                .jsonPath("$.total.methodists").isEqualTo(146)
                .jsonPath("$.total.ratio").isEqualTo(86.5);
        row(body, "Абатский", 188, 4, 47.0, 1);
        row(body, "Бердюжский", 132, 2, 66.0, 2);
        row(body, "Казанский", 244, 1, 244.0, 3);
        row(body, "Сорокинский", 153, 7, 21.9, 1);
        row(body, "Голышмановский", 290, 4, 72.5, 2);
        row(body, "г.Тобольск", 976, 11, 88.7, 2);
        row(body, "г.Тюмень", 5252, 19, 276.4, 3);
        body.jsonPath("$.items[?(@.basis != 'REPORTED')]").isEmpty();
    }

    @Test
    @Clause("REG-013")
    void goesByTheRecordsOfTheLastDayOfTheYearAndShowsTheDifference() {
        var municipality = TYUMEN.municipality("Район", "ISHIM", Map.of(2023, 4), Map.of(2023, 5));
        var silent = TYUMEN.municipality("Тихий", "ISHIM", Map.of(2023, 1), Map.of(2023, 30));
        for (var i = 0; i < 3; i++) {
            TYUMEN.teacher(municipality);
        }
        TYUMEN.person(new Post(UUID.randomUUID(), municipality, "TEACHER", true,
                List.of(), LocalDate.of(2024, 1, 1), null));
        TYUMEN.methodist(municipality, Monitoring.LONG_AGO, null);
        TYUMEN.methodist(municipality, Monitoring.LONG_AGO, LocalDate.of(2023, 12, 31));
        TYUMEN.methodist(municipality, Monitoring.LONG_AGO, LocalDate.of(2024, 1, 1));

        cluster(TYUMEN.coordinator())
                .jsonPath(of(municipality) + "teachers").isEqualTo(3)
                .jsonPath(of(municipality) + "basis").isEqualTo("RECORDS")
                .jsonPath(of(municipality) + "teachersReported").isEqualTo(5)
                .jsonPath(of(municipality) + "difference").isEqualTo(-2)
                .jsonPath(of(municipality) + "methodists").isEqualTo(2)
                .jsonPath(of(municipality) + "methodistsBasis").isEqualTo("RECORDS")
                .jsonPath(of(municipality) + "flag").isEqualTo("BELOW_FIRST")
                .jsonPath(of(silent) + "teachers").isEqualTo(30)
                .jsonPath(of(silent) + "basis").isEqualTo("REPORTED")
                .jsonPath("$.total.teachers").isEqualTo(33)
                .jsonPath("$.total.ratio").isEqualTo(11.0);
    }

    @Test
    @Clause("MON-095")
    void flagsAMunicipalityWithoutMethodists() {
        var municipality = TYUMEN.municipality("Район", "ISHIM", Map.of(2023, 0), Map.of(2023, 50));

        cluster(TYUMEN.coordinator())
                .jsonPath(of(municipality) + "flag").isEqualTo("NO_METHODISTS")
                .jsonPath(of(municipality) + "teachers").isEqualTo(50);
    }

    @Test
    void showsAMunicipalityItsOwnRowAndTheTotal() {
        var own = TYUMEN.municipality("Район", "ISHIM", Map.of(2023, 1), Map.of(2023, 50));
        TYUMEN.municipality("Другой", "ISHIM", Map.of(2023, 1), Map.of(2023, 70));

        cluster(TYUMEN.municipal(own))
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].municipalityId").isEqualTo(own.toString())
                .jsonPath("$.total.teachers").isEqualTo(120);
    }

    @Test
    void knowsNoOtherClusterAndNoFutureYear() {
        get(TYUMEN.coordinator(), "clusters/DISTRICT?year=2023").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:no-such-cluster");
        get(TYUMEN.coordinator(), "clusters/STAFFING?year=2999").expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-yet");
    }

    private static WebTestClient.BodyContentSpec cluster(WebTestClient http) {
        return get(http, STAFFING).expectStatus().isOk().expectBody();
    }

    private static void row(WebTestClient.BodyContentSpec body, String name, int teachers, int methodists, double ratio,
                            int level) {
        var row = "$.items[?(@.name == '" + name + "')].";
        body.jsonPath(row + "teachers").isEqualTo(teachers)
                .jsonPath(row + "methodists").isEqualTo(methodists)
                .jsonPath(row + "ratio").isEqualTo(ratio)
                .jsonPath(row + "level").isEqualTo(level);
    }

    private static String of(UUID municipality) {
        return "$.items[?(@.municipalityId == '" + municipality + "')].";
    }
}
