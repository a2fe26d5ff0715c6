package ru.nms.diagnostics.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.Api;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Two versions of a framework, one attempt by each. The figures are worked out by hand.
///
/// | | tasks | second version | first version |
/// | --- | --- | --- | --- |
/// | A, was A1 | 10 + 10; 10 | 10 + 6 of 20 = 80 % | 9 of 10 |
/// | B, is B1 | 5 + 5; 10 | 5 of 10 | 4 of 10 |
/// | C | 10 | 10 of 10 | – |
/// | D, E | 1 + 1, 5 + 5 | 2 of 2, 0 of 10 | – |
class StandingComponentTest {

    private static final Crowd TYUMEN = Crowd.of("tyumen", "standing");
    private static final Measured MEASURED = new Measured(TYUMEN);
    private static final Instant OVER = Instant.parse("2025-06-01T00:00:00Z");

    private static UUID first;
    private static UUID second;
    private static UUID campaign;
    private static UUID attempt;
    private static UUID person;

    @BeforeAll
    static void twoVersions() {
        var city = TYUMEN.municipality("Тюмень", "URBAN", "TYUMEN");
        first = MEASURED.framework("F", "1");
        var oldA = MEASURED.competence(first, "A1", null, null);
        var oldB = MEASURED.competence(first, "B1", null, null);
        second = MEASURED.framework("F", "2");
        var or = MEASURED.competence(second, "OR", null, "{\"rule\": \"EXPRESSION\", \"expression\": \"BOTH or C\"}");
        var both = MEASURED.competence(second, "BOTH", or, "{\"rule\": \"ALL\"}");
        var a = MEASURED.competence(second, "A", both, null);
        var b = MEASURED.competence(second, "B", both, null);
        MEASURED.competence(second, "C", or, null);
        var pts = MEASURED.competence(second, "PTS", null, "{\"rule\": \"POINTS\", \"minimum\": 2, \"points\": {\"D\": 2}}");
        MEASURED.competence(second, "D", pts, null);
        MEASURED.competence(second, "E", pts, null);
        MEASURED.link(oldA, a, "REPLACED_BY");
        MEASURED.link(b, oldB, "EXACT_MATCH");

        var before = MEASURED.instrument(first, MEASURED.scale(first));
        MEASURED.attempt(MEASURED.campaign(before, OVER), before, TYUMEN.teacher(city, "Химия"), "2025-03-10T10:00:00Z",
                Map.of(MEASURED.task(before, 1, "A1", 10), 9, MEASURED.task(before, 2, "B1", 10), 4));

        var now = MEASURED.instrument(second, MEASURED.scale(second));
        MEASURED.task(now, 4, "B", 5);
        MEASURED.task(now, 8, "E", 5);
        MEASURED.task(now, 9, "E", 5);
        campaign = MEASURED.campaign(now, OVER);
        person = TYUMEN.teacher(city, "Химия");
        attempt = MEASURED.attempt(campaign, now, person, "2025-05-10T10:00:00Z", Map.of(MEASURED.task(now, 1, "A", 10), 10,
                MEASURED.task(now, 2, "A", 10), 6, MEASURED.task(now, 3, "B", 5), 5, MEASURED.task(now, 5, "C", 10), 10,
                MEASURED.task(now, 6, "D", 1), 1, MEASURED.task(now, 7, "D", 1), 1));
    }

    @Test
    @Clause("DIA-002")
    void tellsPointsLevelAndMasteryRolledUpByEveryRule() {
        var lines = standings(teacher(person));

        assertThat(lines.keySet()).containsExactlyInAnyOrder("A", "B", "C", "D", "E", "BOTH", "OR", "PTS");
        assertLine(lines, "A", 16, 20, 80.0, "MASTERED", "HIGH");
        assertLine(lines, "B", 5, 10, 50.0, "NOT_MASTERED", "LOW");
        assertLine(lines, "C", 10, 10, 100.0, "MASTERED", "HIGH");
        assertLine(lines, "BOTH", 21, 30, 70.0, "NOT_MASTERED", "MIDDLE");
        assertLine(lines, "OR", 31, 40, 77.5, "MASTERED", "MIDDLE");
        assertLine(lines, "PTS", 2, 12, 16.7, "MASTERED", "LOW");
    }

    /// C has one task; A goes with it, or the total of the attempt would leave its points. Made of them: BOTH and OR.
    @Test
    void givesNoPointsOfASingleTaskAwayWhileKeysAreSealed() {
        TYUMEN.run("UPDATE campaign SET ends_at = now() + interval '1 day' WHERE id = :id", "id", campaign);
        var lines = standings(teacher(person));
        TYUMEN.run("UPDATE campaign SET ends_at = :ends WHERE id = :id", "id", campaign, "ends", OVER);

        assertThat(lines.values().stream().filter(line -> Boolean.TRUE.equals(line.get("withheld"))).map(line -> line.get("code")))
                .containsExactlyInAnyOrder("A", "C", "BOTH", "OR");
        assertThat(lines.get("C")).containsOnlyKeys("code", "title", "withheld");
        assertLine(lines, "B", 5, 10, 50.0, "NOT_MASTERED", "LOW");
    }

    /// Both instruments are editions of one.
    @Test
    void countsNothingOfAnInstrumentWhoseKeysAreSealed() {
        TYUMEN.run("UPDATE campaign SET ends_at = now() + interval '1 day' WHERE id = :id", "id", campaign);
        var figures = figures("frameworkId=" + second);
        TYUMEN.run("UPDATE campaign SET ends_at = :ends WHERE id = :id", "id", campaign, "ends", OVER);

        assertThat(figures).isEmpty();
    }

    @Test
    void isThePersonsAndTheCoordinatorsAndRecorded() {
        teacher(UUID.randomUUID()).get("attempts/" + attempt + "/competences").expectStatus().isNotFound();
        new Api(TYUMEN.service().as(Role.COORDINATOR)).get("attempts/" + attempt + "/competences").expectStatus().isOk();
        TYUMEN.run("UPDATE attempt SET status = 'JUDGING' WHERE id = :id", "id", attempt);
        teacher(person).get("attempts/" + attempt + "/competences").expectStatus().isEqualTo(409);
        TYUMEN.run("UPDATE attempt SET status = 'GRADED' WHERE id = :id", "id", attempt);
    }

    @Test
    @Clause("DIA-002")
    void comparesOverVersionsAlongWhatWasReplacedAndWhatIsTheSame() {
        var found = figures("frameworkId=" + second);

        assertThat(found.get("A")).containsEntry("measured", 2).containsEntry("percent", 83.3).containsEntry("judged", 2)
                .containsEntry("mastered", 2).containsEntry("levels", Map.of("HIGH", 2));
        assertThat(found.get("B")).containsEntry("measured", 2).containsEntry("percent", 45.0).containsEntry("mastered", 0);
        assertThat(found.get("BOTH")).containsEntry("measured", 2).containsEntry("percent", 68.0).containsEntry("mastered", 0);
        // of the first nothing is known about C, so it is open whether BOTH or C holds
        assertThat(found.get("OR")).containsEntry("measured", 2).containsEntry("percent", 73.3).containsEntry("judged", 1)
                .containsEntry("mastered", 1).containsEntry("share", 100.0);
        // back from the new version only what is the same
        assertThat(figures("frameworkId=" + first).get("A1")).containsEntry("measured", 1).containsEntry("percent", 90.0);
        assertThat(figures("frameworkId=" + first).get("B1")).containsEntry("measured", 2).containsEntry("percent", 45.0);
    }

    @Test
    void tellsMonthsApartPageByPage() {
        var query = "analytics/competences?since=2025-01-01&until=2025-12-31&over=MONTH&frameworkId=" + second;
        var all = items(query + "&limit=200");
        var paged = new ArrayList<Map<String, Object>>();
        var page = TYUMEN.as(Role.MINISTRY).read(query + "&limit=3");
        while (page.get("next") != null) {
            assertThat(list(page)).hasSize(3);
            paged.addAll(list(page));
            page = TYUMEN.as(Role.MINISTRY).read(query + "&limit=3&after=" + page.get("next"));
        }
        paged.addAll(list(page));

        assertThat(paged).isEqualTo(all).hasSize(12);
        assertThat(all).extracting(it -> it.get("period") + " " + it.get("competence") + " " + it.get("percent"))
                .contains("2025-03 A 90.0", "2025-05 A 80.0", "2025-03 B 40.0", "2025-05 B 50.0");
        TYUMEN.as(Role.MINISTRY).get(query + "&limit=201").expectStatus().isBadRequest();
        TYUMEN.as(Role.MINISTRY).get("analytics/competences?over=MONTH&since=2014-01-01&until=2025-12-31&frameworkId=" + second)
                .expectStatus().isEqualTo(422);
    }

    private static void assertLine(Map<String, Map<String, Object>> lines, String code, int points, int maximum, double percent, String mastery,
                                   String level) {
        assertThat(lines.get(code)).containsEntry("points", points).containsEntry("maximum", maximum).containsEntry("percent", percent)
                .containsEntry("mastery", mastery).containsEntry("level", level);
    }

    private static Api teacher(UUID who) {
        return new Api(TYUMEN.service().as(Role.TEACHER, who, null, null));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> standings(Api api) {
        return byKey((List<Map<String, Object>>) requireNonNull(api.read("attempts/" + attempt + "/competences").get("competences")), "code");
    }

    private static Map<String, Map<String, Object>> figures(String query) {
        return byKey(items("analytics/competences?since=2025-01-01&until=2025-12-31&" + query), "competence");
    }

    private static List<Map<String, Object>> items(String path) {
        return list(TYUMEN.as(Role.MINISTRY).read(path));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> page) {
        return (List<Map<String, Object>>) requireNonNull(page.get("items"));
    }

    private static Map<String, Map<String, Object>> byKey(List<Map<String, Object>> items, String key) {
        return items.stream().collect(java.util.stream.Collectors.toMap(it -> String.valueOf(it.get(key)), it -> it));
    }
}
