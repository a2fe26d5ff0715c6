package ru.nms.diagnostics.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.Api;
import ru.nms.platform.access.Role;

/// Somebody who keeps every map they ever saw, and takes one from another.
class DeficitMapComponentTest {

    private static final Crowd TYUMEN = Crowd.of("tyumen", "map");
    private static final Api TEACHER = TYUMEN.as(Role.TEACHER);

    private static UUID north;
    private static UUID south;
    private static UUID alike;

    @BeforeAll
    static void aRegion() {
        north = TYUMEN.municipality("Абатский", "RURAL", "ISHIM");
        south = TYUMEN.municipality("Уватский", "RURAL", "TOBOLSK");
        alike = TYUMEN.municipality("Ярковский", "RURAL", "TOBOLSK");
        TYUMEN.measured(6, north, "Химия", "2025-03-01", "SUBJECT", "10");
        TYUMEN.measured(5, north, "Химия", "2025-03-01", "SUBJECT", "95");
        TYUMEN.measured(7, south, "Химия", "2025-03-01", "SUBJECT", "10");
        TYUMEN.measured(5, south, "Химия", "2025-03-01", "SUBJECT", "95");
        TYUMEN.measured(7, alike, "Химия", "2025-03-01", "METHODICAL", "10");
    }

    @Test
    void staysAsItWasFirstToldWhateverIsRecordedOrTakenBackLater() {
        var before = TEACHER.read("analytics/deficit-map?year=2025");
        TYUMEN.result(TYUMEN.teacher(north, "Химия"), "CNPPM_DIAGNOSTICS", "2025-06-01", "SUBJECT", "10");
        assertThat(subject(TEACHER)).isEqualTo(subject(before));
        TYUMEN.run("""
                UPDATE result SET deleted = true WHERE id = (SELECT r.id FROM result r JOIN person_post p ON p.person_id = r.person_id
                    WHERE p.municipality_id = :south LIMIT 1)""", "south", south);
        assertThat(subject(TEACHER)).isEqualTo(subject(before));
        TYUMEN.run("UPDATE person_post SET municipality_id = :south WHERE municipality_id = :north", "north", north, "south", south);
        assertThat(subject(TEACHER)).isEqualTo(subject(before));

        TEACHER.get("analytics/deficit-map?year=2025").expectBody().jsonPath(cell(north, "SUBJECT", "weak")).isEqualTo(6)
                .jsonPath(cell(south, "SUBJECT", "measured")).isEqualTo(12);
        // the figures of those who may see single people follow
        TYUMEN.as(Role.MINISTRY).get("analytics/difficulties?by=MUNICIPALITY&competence=SUBJECT&since=2025-01-01&until=2025-12-31").expectBody()
                .jsonPath("$.items[0].measured").isEqualTo(23);
    }

    @Test
    void withholdsACellInWhichEverybodyStandsAlike() {
        TEACHER.get("analytics/deficit-map?year=2025").expectBody()
                .jsonPath(cell(alike, "METHODICAL", "state")).isEqualTo("WITHHELD")
                .jsonPath("$.items[?(@.municipality == 'REGION' && @.competence == 'METHODICAL')].state").isEqualTo("WITHHELD");
    }

    @Test
    void tellsAnAreaLaterOfWhichNothingWasTold() {
        TYUMEN.measured(4, alike, "Химия", "2024-03-01", "PSYCHO_PEDAGOGICAL", "10");
        TEACHER.get("analytics/deficit-map?year=2024").expectBody().jsonPath("$.items[?(@.state == 'TOLD')]").isEmpty();
        TYUMEN.measured(5, alike, "Химия", "2024-03-01", "PSYCHO_PEDAGOGICAL", "10");
        TYUMEN.measured(5, alike, "Химия", "2024-03-01", "PSYCHO_PEDAGOGICAL", "95");
        TEACHER.get("analytics/deficit-map?year=2024").expectBody()
                .jsonPath(cell(alike, "PSYCHO_PEDAGOGICAL", "measured")).isEqualTo(14);
    }

    private static String cell(UUID municipality, String area, String field) {
        return "$.items[?(@.municipality == '%s' && @.competence == '%s')].%s".formatted(municipality, area, field);
    }

    private static Object subject(Api api) {
        return subject(api.read("analytics/deficit-map?year=2025"));
    }

    private static Object subject(java.util.Map<String, Object> map) {
        return ((java.util.List<?>) java.util.Objects.requireNonNull(map.get("items"))).stream()
                .filter(cell -> "SUBJECT".equals(((java.util.Map<?, ?>) cell).get("competence"))).toList();
    }
}
