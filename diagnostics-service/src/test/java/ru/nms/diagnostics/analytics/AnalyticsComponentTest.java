package ru.nms.diagnostics.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.Api;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// A region of three municipalities: one with results, one that was invited and did not come, one of which nothing is known.
class AnalyticsComponentTest {

    private static final Crowd TYUMEN = Crowd.of("tyumen", "analytics");
    private static final Api MINISTRY = TYUMEN.as(Role.MINISTRY);
    private static final String YEAR = "since=2025-01-01&until=2025-12-31";

    private static UUID active;
    private static UUID absent;
    private static UUID silent;
    private static UUID school;

    @BeforeAll
    static void aRegion() {
        active = TYUMEN.municipality("Абатский", "RURAL", "ISHIM");
        absent = TYUMEN.municipality("Уватский", "RURAL_REMOTE", "TOBOLSK");
        silent = TYUMEN.municipality("Ярковский", "RURAL", "TOBOLSK");
        school = UUID.randomUUID();
        // active: 6 mathematicians below 40 %, 5 at 90 %, 1 physicist measured twice, 1 nobody measured, 1 who does not teach
        TYUMEN.measured(6, active, "Математика", "2025-03-01", "SUBJECT", "39.9");
        TYUMEN.measured(5, active, "Математика", "2025-05-01", "SUBJECT", "90");
        var physicist = TYUMEN.person(true);
        TYUMEN.works(physicist, active, school, true, "Физика");
        TYUMEN.result(physicist, "CNPPM_DIAGNOSTICS", "2025-02-01", "METHODICAL", "10");
        TYUMEN.result(physicist, "CNPPM_DIAGNOSTICS", "2025-11-01", "METHODICAL", "95");
        TYUMEN.result(physicist, "CNPPM_DIAGNOSTICS", "2024-11-01", "SUBJECT", "95");
        TYUMEN.teacher(active, "Физика");
        TYUMEN.works(TYUMEN.person(false), active, UUID.randomUUID(), false, "Физика");
        invited(TYUMEN.teacher(absent, "Математика"));
        TYUMEN.teacher(silent, "Математика");
    }

    private static void invited(UUID person) {
        TYUMEN.run("""
                INSERT INTO framework (id, version, created_at, changed_at, search_key, code, version_name, title, identifier, status)
                VALUES (:id, 1, now(), now(), '', 'F', '1', 'Т', :id, 'ADOPTED')""", "id", new UUID(0, 1));
        TYUMEN.run("""
                INSERT INTO instrument (id, version, created_at, changed_at, search_key, code, title, procedure, provider, framework_id, year,
                    variants, edition, status, approved_on)
                VALUES (:id, 1, now(), now(), '', 'I', 'Т', 'P', 'CNPPM', :framework, 2025, 1, 1, 'APPROVED', DATE '2025-01-01')""",
                "id", new UUID(0, 2), "framework", new UUID(0, 1));
        TYUMEN.run("""
                INSERT INTO campaign (id, version, created_at, changed_at, search_key, title, instrument_id, starts_at, ends_at, audience,
                    municipality_ids, organisation_ids, positions, subjects, young, person_ids, judge_ids, allowed_difference, attempts, status)
                VALUES (:id, 1, now(), now(), '', 'К', :instrument, '2025-04-01', '2025-04-30', 'SELF', '{}', '{}', '{}', '{}', false, '{}',
                    '{}', 20, 1, 'ANNOUNCED')""", "id", new UUID(0, 3), "instrument", new UUID(0, 2));
        TYUMEN.run("""
                INSERT INTO campaign_participation (id, version, created_at, changed_at, campaign_id, person_id, status)
                VALUES (:id, 1, now(), now(), :campaign, :person, 'INVITED')""", "id", new UUID(0, 4), "campaign", new UUID(0, 3), "person", person);
    }

    /// 13 teachers and one other in the first one: the period, the staff and the subject decide who is counted.
    @ParameterizedTest
    @CsvSource({"by=MUNICIPALITY, 14, 12, 85.7", "by=MUNICIPALITY&staff=TEACHERS, 13, 12, 92.3",
            "by=MUNICIPALITY&staff=TEACHERS&subject=Физика, 2, 1, 50.0",
            "by=MUNICIPALITY&procedure=OTHER, 14, 0, "})
    @Clause("DIA-013")
    void coversStaffAndTeachersByPeriod(String query, int staff, int diagnosed, String percent) {
        var row = row("analytics/coverage?" + YEAR + "&" + query, active.toString());

        assertThat(row).containsEntry("staff", staff).containsEntry("diagnosed", diagnosed);
        assertThat(row.get("percent")).isEqualTo(percent == null ? null : Double.valueOf(percent));
    }

    @Test
    @Clause("DIA-013")
    void countsResultsFromTheFirstDayOfThePeriodToTheLast() {
        assertThat(row("analytics/coverage?by=MUNICIPALITY&since=2025-03-01&until=2025-05-01", active.toString())).containsEntry("diagnosed", 11);
        assertThat(row("analytics/coverage?by=MUNICIPALITY&since=2025-03-02&until=2025-05-01", active.toString())).containsEntry("diagnosed", 5);
        assertThat(row("analytics/coverage?by=MUNICIPALITY&since=2025-03-01&until=2025-04-30", active.toString())).containsEntry("diagnosed", 6);
    }

    /// By the region's clusters: territory types and education districts.
    @Test
    @Clause("DIA-013")
    void breaksCoverageDownByClusters() {
        assertThat(row("analytics/coverage?by=TERRITORY_TYPE&" + YEAR, "RURAL")).containsEntry("staff", 15).containsEntry("diagnosed", 12);
        assertThat(row("analytics/coverage?by=TERRITORY_TYPE&" + YEAR, "RURAL_REMOTE")).containsEntry("staff", 1).containsEntry("diagnosed", 0);
        assertThat(row("analytics/coverage?by=GROUPING&grouping=EDUCATION_DISTRICT&" + YEAR, "ISHIM")).containsEntry("staff", 14);
        assertThat(row("analytics/coverage?by=GROUPING&grouping=EDUCATION_DISTRICT&" + YEAR, "TOBOLSK")).containsEntry("staff", 2);
        assertThat(row("analytics/coverage?by=GROUPING&grouping=EDUCATION_DISTRICT&" + YEAR, "TOBOLSK").get("title")).isEqualTo("Тобольский");
        MINISTRY.get("analytics/coverage?by=GROUPING").expectStatus().isEqualTo(422);
    }

    /// Of those who were diagnosed at all: 11 of the 12, and not of the 15 or 16 who teach. The physicist took another procedure, in which
    /// there is nothing of subjects; of the year before that counts as little.
    @Test
    @Clause("DIA-012")
    void tellsTheShareOfThoseDiagnosedWhoHadSubjectDiagnostics() {
        var area = "competence=SUBJECT&staff=TEACHERS&" + YEAR;
        var region = row("analytics/coverage?by=REGION&" + area, "REGION");
        assertThat(region).containsEntry("staff", 15).containsEntry("diagnosedAtAll", 12).containsEntry("diagnosed", 11).containsEntry("percent", 91.7);

        var query = "analytics/coverage?by=SUBJECT&" + area;
        assertThat(row(query, "Математика")).containsEntry("staff", 13).containsEntry("diagnosed", 11).containsEntry("percent", 100.0);
        assertThat(row(query, "Физика")).containsEntry("staff", 2).containsEntry("diagnosedAtAll", 1).containsEntry("percent", 0.0)
                .containsEntry("noData", false);
        assertThat(row("analytics/coverage?by=MUNICIPALITY&" + area, absent.toString())).containsEntry("invited", 1)
                .containsEntry("diagnosedAtAll", 0).containsEntry("noData", true).doesNotContainKey("percent");
        assertThat(row("analytics/coverage?by=REGION&staff=TEACHERS&" + YEAR, "REGION")).containsEntry("percent", 80.0).doesNotContainKey("diagnosedAtAll");
    }

    @Test
    @Clause("DIA-031")
    void tellsNoDataApartFromZero() {
        var zero = row("analytics/coverage?by=MUNICIPALITY&" + YEAR, absent.toString());
        assertThat(zero).containsEntry("staff", 1).containsEntry("diagnosed", 0).containsEntry("noData", false).containsEntry("percent", 0.0);

        var nothing = row("analytics/coverage?by=MUNICIPALITY&" + YEAR, silent.toString());
        assertThat(nothing).containsEntry("staff", 1).containsEntry("noData", true).doesNotContainKey("percent");
    }

    @Test
    @Clause("DIA-009")
    void findsTypicalDifficultiesOfAMunicipality() {
        var row = row("analytics/difficulties?by=MUNICIPALITY&competence=SUBJECT&" + YEAR, active.toString());

        assertThat(row).containsEntry("measured", 11).containsEntry("weak", 6).containsEntry("percent", 54.5)
                .containsEntry("levels", Map.of("HIGH", 6, "NONE", 5));
        assertThat(row("analytics/difficulties?by=REGION&competence=SUBJECT&" + YEAR, "REGION")).containsEntry("weak", 6);
    }

    @Test
    void countsThePersonsNewestResultOfThePeriod() {
        assertThat(row("analytics/difficulties?by=AGE&competence=METHODICAL&" + YEAR, "YOUNG")).containsEntry("measured", 1).containsEntry("weak", 0);
        assertThat(row("analytics/difficulties?by=AGE&competence=METHODICAL&since=2025-01-01&until=2025-10-31", "YOUNG")).containsEntry("weak", 1);
        MINISTRY.get("analytics/difficulties?competence=METHODICAL&over=QUARTER&" + YEAR).expectBody()
                .jsonPath("$.items[0].period").isEqualTo("2025-Q1").jsonPath("$.items[0].weak").isEqualTo(1)
                .jsonPath("$.items[1].period").isEqualTo("2025-Q4").jsonPath("$.items[1].weak").isEqualTo(0);
    }

    @Test
    @Clause("DIA-013")
    void coversOverTime() {
        var query = "analytics/coverage?by=MUNICIPALITY&over=QUARTER&limit=200&" + YEAR;
        MINISTRY.get(query).expectBody().jsonPath("$.items.length()").isEqualTo(12)
                .jsonPath("$.items[0].period").isEqualTo("2025-Q1").jsonPath("$.items[0].diagnosed").isEqualTo(7)
                .jsonPath("$.items[1].period").isEqualTo("2025-Q2").jsonPath("$.items[1].diagnosed").isEqualTo(5)
                .jsonPath("$.items[2].noData").isEqualTo(true)
                .jsonPath("$.items[3].diagnosed").isEqualTo(1)
                .jsonPath("$.items[5].invited").isEqualTo(1).jsonPath("$.items[5].percent").isEqualTo(0.0)
                .jsonPath("$.items[6].noData").isEqualTo(true);
    }

    @Test
    @Clause("DIA-032")
    void showsTheCouncilOfASchoolTheNeedsOfItsOwnStaffAlone() {
        var council = new Api(TYUMEN.service().as(Role.ORGANISATION, null, school, null));

        council.get("analytics/difficulties?" + YEAR).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].competence").isEqualTo("METHODICAL").jsonPath("$.items[0].measured").isEqualTo(1);
        council.get("analytics/coverage?by=MUNICIPALITY&" + YEAR).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].staff").isEqualTo(1);
        new Api(TYUMEN.service().as(Role.ORGANISATION, null, UUID.randomUUID(), null)).get("analytics/difficulties?" + YEAR).expectBody()
                .jsonPath("$.items").isEmpty();
        new Api(TYUMEN.service().as(Role.MUNICIPALITY, null, null, silent)).get("analytics/difficulties?" + YEAR).expectBody()
                .jsonPath("$.items").isEmpty();
    }

    @Test
    void showsEverybodyAMapThatGivesNobodyAway() {
        var teacher = TYUMEN.as(Role.TEACHER);

        teacher.get("analytics/deficit-map?year=2025").expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.municipality == '%s' && @.competence == 'SUBJECT')].weak".formatted(active)).isEqualTo(6)
                .jsonPath("$.items[?(@.municipality == '%s' && @.competence == 'SUBJECT')].measured".formatted(active)).isEqualTo(11)
                .jsonPath("$.items[?(@.municipality == '%s' && @.competence == 'METHODICAL')].state".formatted(active)).isEqualTo("WITHHELD")
                .jsonPath("$.items[?(@.municipality == 'REGION' && @.competence == 'METHODICAL')].state").isEqualTo("WITHHELD")
                .jsonPath("$.items[?(@.municipality == '%s' && @.competence == 'SUBJECT')].state".formatted(silent)).isEqualTo("NO_DATA");
        teacher.get("analytics/deficit-map?year=2026").expectStatus().isEqualTo(409);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(String path, String key) {
        return ((List<Map<String, Object>>) requireNonNull(MINISTRY.read(path).get("items"))).stream()
                .filter(row -> key.equals(row.get("key"))).findFirst().orElseThrow();
    }
}
