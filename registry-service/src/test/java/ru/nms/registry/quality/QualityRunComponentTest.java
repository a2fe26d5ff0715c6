package ru.nms.registry.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import reactor.core.publisher.Mono;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.tx.Tx;

/// The checks as runs and as files.
class QualityRunComponentTest {

    private static final String NOBODY = "SELECT CAST(:id AS uuid) AS id, CAST(NULL AS uuid) AS municipality_id, '1' AS note"
            .replace(":id", "'" + new UUID(0, 7) + "'");

    private final String mark = UUID.randomUUID().toString();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    @Clause("REG-072")
    void findsRoundsWithFewerPersonsThanMunicipalities() {
        var few = round(16, 15);
        var enough = round(15, 15);

        assertThat(table("fewer-persons-than-municipalities")).contains(few + ";;15 / 16").doesNotContain(enough.toString());
        get(coordinator(), "quality-checks/fewer-persons-than-municipalities/findings?limit=200").expectBody()
                .jsonPath("$.items[?(@.id == '%s')].note".formatted(few)).isEqualTo("15 / 16");
    }

    private static UUID round(int municipalities, int persons) {
        return created("assessment-rounds", """
                {"year": %d, "stage": 3, "heldOn": "2030-05-01", "subjects": ["физика"], "plannedPersons": 30, "actualPersons": %d,
                 "municipalities": %d}""".formatted(2060 + municipalities, persons, municipalities));
    }

    @Test
    @Clause("REG-191")
    void findsAnnexesDatedOtherwiseThanTheirOrder() {
        var order = created("acts", act("ORDER", "2021-03-01", "null"));
        var other = created("acts", act("ANNEX", "2024-03-01", "\"" + order + "\""));
        var same = created("acts", act("ANNEX", "2021-03-01", "\"" + order + "\""));

        assertThat(table("annex-date-differs")).contains(other + ";;01.03.2024 / 01.03.2021").doesNotContain(same.toString(), order.toString());
    }

    private String act(String kind, String date, String main) {
        return """
                {"kind": "%s", "issuer": "Министерство", "number": "%s", "date": "%s", "title": "О порядке", "purposes": [],
                 "amendsIds": [], "repealsIds": [], "partyIds": [], "annexToId": %s}""".formatted(kind, mark, date, main);
    }

    private static String table(String check) {
        return Objects.requireNonNull(coordinator().get().uri("/api/registry/v1/quality-checks/" + check + "/findings")
                .header("Accept", "text/csv").exchange().expectStatus().isOk()
                .expectHeader().contentType("text/csv;charset=UTF-8")
                .expectBody(String.class).returnResult().getResponseBody());
    }

    @Test
    void countsTheOtherChecksWhenOneFailsAndSaysWhich() {
        var broken = check("broken-" + mark, "SELECT nothing FROM nowhere");
        var sound = check("sound-" + mark, NOBODY);
        var process = process("2032-01-01T05:00:00Z", broken, sound);

        assertThat(await(process.runDaily())).isTrue();

        var known = Objects.requireNonNull(await(process.catalogue()));
        assertThat(known.getFirst().failedAt()).isEqualTo("2032-01-01T05:00:00Z");
        assertThat(known.getFirst().counted()).isNull();
        assertThat(known.getLast().failedAt()).isNull();
        assertThat(Objects.requireNonNull(known.getLast().counted()).findings()).isEqualTo(1);
        assertThat(await(process("2032-01-01T20:00:00Z", sound).runDaily())).isFalse();

        await(process("2032-01-01T21:00:00Z", check(broken.code(), NOBODY)).run());
        assertThat(Objects.requireNonNull(await(process.catalogue())).getFirst().failedAt()).isNull();
    }

    @Test
    void takesADayUpAgainThatWasBegunAndNeverEnded() {
        TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("""
                INSERT INTO quality_day (day, begun_at) VALUES ('2032-02-01', '2032-02-01T05:00:00Z')""").then());

        assertThat(await(process("2032-02-01T06:00:00Z").runDaily())).isFalse();
        assertThat(await(process("2032-02-01T06:00:01Z").runDaily())).isTrue();
        assertThat(await(process("2032-02-01T09:00:00Z").runDaily())).isFalse();
    }

    @Test
    void measuresFromTheStartWhatOthersCounted() {
        var check = check("kept-" + mark, NOBODY);
        await(process("2032-03-01T05:00:00Z", check).run());
        meters.clear();

        await(process("2032-03-01T06:00:00Z", check).remember());

        assertThat(meters.get("nms.quality.findings").tag("check", check.code()).gauge().value()).isEqualTo(1);
    }

    private static <T> @Nullable T await(Mono<T> work) {
        return work.block(Duration.ofSeconds(30));
    }

    private static QualityCheck check(String code, String findings) {
        return new QualityCheck(code, QualityCheck.Severity.NOTICE, "person", "Проверка", findings);
    }

    /// Another process of the service, at another time.
    private QualityService process(String instant, QualityCheck... checks) {
        var clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        var calendar = new RegionCalendar(clock);
        return new QualityService(List.of(checks), new QualityStore(TYUMEN.bean(DatabaseClient.class), calendar), calendar, clock,
                meters, TYUMEN.bean(Tx.class));
    }
}
