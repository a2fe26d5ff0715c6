package ru.nms.registry.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QualityComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID school = school(abatskiy);
    private final String lastName = "Сомнительная" + UUID.randomUUID();

    private UUID person(String facts) {
        return created("people", """
                {"lastName": "%s", "firstName": "Анна", %s}""".formatted(lastName, facts));
    }

    private String held(String since, String more) {
        return "{\"organisationId\": \"%s\", \"position\": \"TEACHER\", \"subjects\": [\"Физика\"], \"since\": \"%s\"%s}".formatted(school, since, more);
    }

    private static Set<String> found(WebTestClient http, String check) {
        var ids = new HashSet<String>();
        var after = "";
        JsonNode page;
        do {
            page = new JsonMapper().readTree(requireNonNull(get(http, "quality-checks/" + check + "/findings?limit=200" + after)
                    .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody()));
            page.at("/items").forEach(item -> ids.add(item.at("/id").asString()));
            after = "&after=" + page.at("/next").asString("");
        } while (page.has("next"));
        assertThat(ids).hasSize(page.at("/total").asInt());
        return ids;
    }

    private static void finds(String check, UUID id) {
        assertThat(found(coordinator(), check)).contains(id.toString());
    }

    private static void spares(String check, UUID id) {
        assertThat(found(coordinator(), check)).doesNotContain(id.toString());
    }

    @Test
    void findsPeopleEnteredTwice() {
        var one = person("\"birthDate\": \"1990-01-01\", \"posts\": [%s]".formatted(held("2020-01-01", "")));
        spares("person-duplicate", one);

        var other = person("\"birthDate\": \"1990-01-01\"");

        finds("person-duplicate", one);
        finds("person-duplicate", other);
        assertThat(found(TYUMEN.as(Role.MUNICIPALITY, null, null, abatskiy), "person-duplicate")).contains(one.toString());
        assertThat(found(TYUMEN.as(Role.MUNICIPALITY, null, null, municipality("Ярковский")), "person-duplicate"))
                .doesNotContain(one.toString(), other.toString());
        get(coordinator(), "quality-checks/unknown/findings").expectStatus().isNotFound();
    }

    @Test
    void findsActivePeopleWhoseConsentIsNoMore() {
        var person = person("\"birthDate\": \"1991-01-01\"");
        var consent = """
                {"personId": "%s", "purpose": "%s", "givenOn": "%s"%s}""";
        created("consents", consent.formatted(person, "PUBLICATION", "2026-01-01", ", \"withdrawnOn\": \"2026-02-01\""));
        spares("active-without-consent", person);

        created("consents", consent.formatted(person, "PROCESSING", "2026-01-01", ", \"withdrawnOn\": \"2026-02-01\""));
        finds("active-without-consent", person);

        created("consents", consent.formatted(person, "PROCESSING", "2026-02-01", ""));
        spares("active-without-consent", person);
    }

    @Test
    void findsWhatIsMissingOrContradictsItself() {
        var bare = person("\"category\": \"HIGHEST\"");
        finds("person-without-birth-date", bare);
        finds("person-without-place", bare);
        finds("category-without-date", bare);

        var odd = person("\"birthDate\": \"2000-01-01\", \"specialitySince\": \"2021-01-01\", \"posts\": [%s, %s]".formatted(
                held("2013-12-31", ""), held("2020-01-01", "")));
        finds("post-before-age", odd);
        finds("speciality-after-teaching", odd);
        finds("post-held-twice", odd);

        var fine = person("\"birthDate\": \"2000-01-02\", \"specialitySince\": \"2014-01-02\", \"posts\": [%s]".formatted(
                held("2014-01-02", "")));
        for (var check : new String[] {"person-without-birth-date", "person-without-place", "category-without-date", "post-before-age",
                "speciality-after-teaching", "post-held-twice", "teacher-without-subject"}) {
            spares(check, fine);
        }
        finds("teacher-without-subject", created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [{"organisationId": "%s", "position": "TEACHER", "since": "2020-01-01"}]}"""
                .formatted(lastName, school)));
    }

    @Test
    void findsOrphansOfClosedOrganisations() {
        var person = teacher(school);
        var part = created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Филиал %s", "municipalityId": "%s", "parentId": "%s"}"""
                .formatted(UUID.randomUUID(), abatskiy, school));
        finds("organisation-without-people", part);
        finds("organisation-without-responsible", part);
        spares("post-in-closed-organisation", person);
        var name = "Школа " + UUID.randomUUID();
        put(coordinator(), "organisations/" + school, "\"1\"", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "%s", "municipalityId": "%s", "closedOn": "2026-01-01"}""".formatted(name, abatskiy))
                .expectStatus().isOk();

        finds("post-in-closed-organisation", person);
        finds("organisation-of-closed-parent", part);
    }

    @Test
    @Clause("REG-036")
    void findsMunicipalitiesWithoutOneMethodService() {
        var uporovskiy = municipality("Упоровский");
        finds("method-services-differ", uporovskiy);
        var service = """
                {"kind": "MMS", "level": "MUNICIPAL", "name": "ММС %s", "municipalityId": "%s"}""";

        var id = created("organisations", service.formatted(UUID.randomUUID(), uporovskiy));
        spares("method-services-differ", uporovskiy);
        finds("method-service-without-form", id);

        created("organisations", service.formatted(UUID.randomUUID(), uporovskiy));
        finds("method-services-differ", uporovskiy);
    }

    @Test
    @Clause("REG-013")
    void findsMunicipalitiesWhoseTeachersDifferFromTheReportedNumber() {
        var sladkovskiy = municipality("Сладковский");
        var db = TYUMEN.bean(DatabaseClient.class);
        finds("teachers-differ", sladkovskiy);
        teacher(school(sladkovskiy));
        created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [{"organisationId": "%s", "position": "HEAD", "since": "2020-01-01"}]}"""
                .formatted(lastName, school(sladkovskiy)));

        TYUMEN.inTransaction(db.sql("""
                UPDATE municipality SET teachers_reported = '{"2026": 1}' WHERE id = :id""").bind("id", sladkovskiy).then());

        spares("teachers-differ", sladkovskiy);
        teacher(school(sladkovskiy));
        finds("teachers-differ", sladkovskiy);
    }

    @Test
    @Clause("REG-047")
    void findsRemotePlacesThatNothingBearsOut() {
        var remote = municipality("Викуловский");
        var at = "municipalities/" + remote + "/territory-evidence";
        var evidence = "{\"officialList\": %s, \"kmFromCity\": %d, \"document\": \"Перечень 2023\"}";
        get(coordinator(), at).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"0\"").expectBody()
                .jsonPath("$.territoryType").isEqualTo("RURAL_REMOTE").jsonPath("$.rule").isNotEmpty().jsonPath("$.borneOut").isEqualTo(false);
        finds("territory-evidence", remote);

        put(coordinator(), at, "\"0\"", evidence.formatted(true, 100)).expectStatus().isOk().expectBody().jsonPath("$.borneOut").isEqualTo(false);
        finds("territory-evidence", remote);
        put(coordinator(), at, "\"0\"", evidence.formatted(true, 101)).expectStatus().isEqualTo(412);
        put(coordinator(), at, "\"1\"", evidence.formatted(false, 101)).expectStatus().isOk().expectBody().jsonPath("$.borneOut").isEqualTo(false);
        finds("territory-evidence", remote);
        put(coordinator(), at, "\"2\"", evidence.formatted(true, 101)).expectStatus().isOk().expectBody()
                .jsonPath("$.borneOut").isEqualTo(true).jsonPath("$.evidence.document").isEqualTo("Перечень 2023");
        spares("territory-evidence", remote);
        spares("territory-evidence", abatskiy);
        get(coordinator(), "municipalities/" + abatskiy + "/territory-evidence").expectBody().jsonPath("$.borneOut").doesNotExist();
    }

    @Test
    void countsOnDemandWithMetrics() {
        var bare = person("\"category\": \"HIGHEST\"");

        post(coordinator(), "quality-checks/runs", "{}").expectStatus().isOk().expectBody()
                .jsonPath("$[?(@.code == 'category-without-date')].severity").isEqualTo("WARNING")
                .jsonPath("$[?(@.code == 'category-without-date')].findings").value(found -> assertThat(found.toString()).isNotEqualTo("[0]"));

        finds("category-without-date", bare);
        get(TYUMEN.as(Role.ADMIN), "quality-checks").expectBody().jsonPath("$[0].countedAt").isNotEmpty().jsonPath("$[0].title").isNotEmpty();
        assertThat(TYUMEN.bean(MeterRegistry.class).get("nms.quality.findings").tag("check", "category-without-date").gauge().value()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-01-01T05:00:00Z", "2031-01-02T05:00:00Z"})
    void runsOnceADayWhateverTheNumberOfProcesses(String instant) {
        assertThat(TYUMEN.inTransaction(processOn(instant).runDaily())).isTrue();
        assertThat(TYUMEN.inTransaction(processOn(instant).runDaily())).isFalse();
    }

    /// Another process of the service, on another day.
    private static QualityService processOn(@Nullable String instant) {
        var clock = Clock.fixed(Instant.parse(requireNonNull(instant)), ZoneOffset.UTC);
        var calendar = new RegionCalendar(clock);
        return new QualityService(TYUMEN.context().getBeansOfType(QualityCheck.class).values().stream().toList(),
                new QualityStore(TYUMEN.bean(DatabaseClient.class), calendar), calendar, clock, new SimpleMeterRegistry(), TYUMEN.bean(Tx.class));
    }
}
