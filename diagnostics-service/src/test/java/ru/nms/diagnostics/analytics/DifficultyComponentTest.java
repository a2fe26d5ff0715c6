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

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Two schools in a city and one in a village; who has 39.9 points of 100 is weak, who has 90 is not.
class DifficultyComponentTest {

    private static final Crowd TYUMEN = Crowd.of("tyumen", "difficulties");
    private static final String YEAR = "since=2025-01-01&until=2025-12-31";
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    private static UUID city;
    private static UUID village;

    @BeforeAll
    static void aRegion() {
        city = TYUMEN.municipality("Тюмень", "URBAN", "TYUMEN");
        village = TYUMEN.municipality("Абатский", "RURAL", "ISHIM");
        TYUMEN.run("INSERT INTO organisation (id, epoch, version, name, kind, level) VALUES (:id, 1, 1, 'Школа № 1', 'SCHOOL', 'INSTITUTIONAL')",
                "id", FIRST);
        teacher(FIRST, city, "HIGHEST", "39.9");
        teacher(FIRST, city, "FIRST", "10");
        teacher(FIRST, city, "FIRST", "90");
        young(teacher(SECOND, city, "HIGHEST", "90"), null);
        young(teacher(THIRD, village, null, "10"), "2025-12-31");
        young(teacher(THIRD, village, "FIRST", "90"), "2026-01-01");
    }

    private static UUID teacher(UUID school, UUID municipality, String category, String points) {
        var person = TYUMEN.person(false);
        TYUMEN.works(person, municipality, school, true, "Химия");
        if (category == null) {
            TYUMEN.run("UPDATE person SET category = NULL WHERE id = :id", "id", person);
        } else {
            TYUMEN.run("UPDATE person SET category = :category WHERE id = :id", "category", category, "id", person);
        }
        TYUMEN.result(person, "CNPPM_DIAGNOSTICS", "2025-03-01", "SUBJECT", points);
        return person;
    }

    /// @param until first day on which the person is not young any more
    private static void young(UUID person, String until) {
        TYUMEN.run("UPDATE person SET young_from = DATE '2020-01-01', young_until = %s WHERE id = :id"
                .formatted(until == null ? "NULL" : "DATE '" + until + "'"), "id", person);
    }

    @ParameterizedTest
    @CsvSource({
        "by=ORGANISATION, first, 3, 2, 66.7", "by=ORGANISATION, second, 1, 0, 0.0", "by=ORGANISATION, third, 2, 1, 50.0",
        "by=MUNICIPALITY, city, 4, 2, 50.0", "by=MUNICIPALITY, village, 2, 1, 50.0",
        "by=GROUPING&grouping=EDUCATION_DISTRICT, TYUMEN, 4, 2, 50.0", "by=GROUPING&grouping=EDUCATION_DISTRICT, ISHIM, 2, 1, 50.0",
        "by=CATEGORY, HIGHEST, 2, 1, 50.0", "by=CATEGORY, FIRST, 3, 1, 33.3", "by=CATEGORY, NONE, 1, 1, 100.0",
        "by=REGION, REGION, 6, 3, 50.0"})
    @Clause("DIA-009")
    void addsUpDeficitsBySchoolMunicipalityDistrictAndCategory(String by, String key, int measured, int weak, double percent) {
        var group = switch (key) {
            case "first" -> FIRST.toString();
            case "second" -> SECOND.toString();
            case "third" -> THIRD.toString();
            case "city" -> city.toString();
            case "village" -> village.toString();
            default -> key;
        };
        assertThat(row(by, group)).containsEntry("competence", "SUBJECT").containsEntry("measured", measured).containsEntry("weak", weak)
                .containsEntry("percent", percent);
    }

    @Test
    @Clause("DIA-009")
    void callsGroupsByTheirNames() {
        assertThat(row("by=ORGANISATION", FIRST.toString())).containsEntry("title", "Школа № 1");
        assertThat(row("by=MUNICIPALITY", village.toString())).containsEntry("title", "Абатский");
    }

    /// Who is young without an end is young; whose last young day was the one before the last of the period is not.
    @Test
    void knowsTheBandOfAgeThatHasNoEnd() {
        assertThat(row("by=AGE", "YOUNG")).containsEntry("measured", 2).containsEntry("weak", 0);
        assertThat(row("by=AGE", "OTHER")).containsEntry("measured", 4).containsEntry("weak", 3);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(String by, String key) {
        return ((List<Map<String, Object>>) requireNonNull(TYUMEN.as(Role.MINISTRY).read("analytics/difficulties?" + by + "&" + YEAR).get("items")))
                .stream().filter(row -> key.equals(row.get("key"))).findFirst().orElseThrow();
    }
}
