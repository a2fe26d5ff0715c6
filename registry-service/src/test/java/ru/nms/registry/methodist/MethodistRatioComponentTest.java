package ru.nms.registry.methodist;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;

/// Figures of a whole region: on days in the past on which nobody else's data stand.
class MethodistRatioComponentTest {

    private static final Region KUZBASS = Region.of("kuzbass");

    @Test
    @Clause("REG-071")
    void countsRegionalAndMunicipalMethodistsApart() {
        var school = KUZBASS.school();
        var one = KUZBASS.teacher(school, "1960-01-01", "1990-09-01");
        var other = KUZBASS.teacher(school, "1960-01-01", "1990-09-01");
        var third = KUZBASS.teacher(school, "1960-01-01", "1990-09-01");
        var regional = methodist(third, "REGIONAL");
        methodist(one, "MUNICIPAL");
        methodist(other, "MUNICIPAL");
        KUZBASS.created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "1991-02-01"}""".formatted(regional, one));

        KUZBASS.get("methodist-ratios?on=1991-02-01")
                .jsonPath("$.regional.teachers").isEqualTo(1).jsonPath("$.regional.methodists").isEqualTo(1)
                .jsonPath("$.regional.perMethodist").isEqualTo(1.0)
                .jsonPath("$.municipal.teachers").isEqualTo(3).jsonPath("$.municipal.methodists").isEqualTo(2)
                .jsonPath("$.municipal.perMethodist").isEqualTo(1.5);
        KUZBASS.get("methodist-ratios?on=1991-01-31").jsonPath("$.regional.teachers").isEqualTo(0);
        KUZBASS.get("methodist-ratios?on=1980-01-01").jsonPath("$.regional.perMethodist").isEmpty()
                .jsonPath("$.municipal.perMethodist").isEmpty();
    }

    @Test
    @Clause("REG-071")
    void countsNobodyWhoWasTakenOut() {
        var school = KUZBASS.school();
        var one = KUZBASS.teacher(school, "1960-01-01", "1970-09-01");
        var other = KUZBASS.teacher(school, "1960-01-01", "1970-09-01");
        var role = """
                {"personId": "%s", "kind": "%s", "since": "1971-01-01", "until": "1972-01-01"}""";
        var regional = KUZBASS.created("methodists", role.formatted(one, "REGIONAL"));
        KUZBASS.created("methodists", role.formatted(other, "MUNICIPAL"));
        KUZBASS.created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "1971-02-01"}""".formatted(regional, other));
        KUZBASS.get("methodist-ratios?on=1971-03-01").jsonPath("$.regional.teachers").isEqualTo(1)
                .jsonPath("$.regional.methodists").isEqualTo(1).jsonPath("$.municipal.methodists").isEqualTo(1);

        for (var destroyed : List.of(one, other)) {
            Registry.put(KUZBASS.coordinator(), "people/" + destroyed + "/destruction", "*", "{\"reason\": \"Заявление\"}")
                    .expectStatus().isNoContent();
        }

        KUZBASS.get("methodist-ratios?on=1971-03-01").jsonPath("$.regional.teachers").isEqualTo(0)
                .jsonPath("$.regional.methodists").isEqualTo(0).jsonPath("$.municipal.methodists").isEqualTo(0);
    }

    private static UUID methodist(UUID person, String kind) {
        return KUZBASS.created("methodists", """
                {"personId": "%s", "kind": "%s", "since": "1991-01-01", "until": "1995-01-01"}""".formatted(person, kind));
    }
}
