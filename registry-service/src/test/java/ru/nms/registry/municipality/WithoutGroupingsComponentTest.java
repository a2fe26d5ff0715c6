package ru.nms.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Shelf;

/// Regions that do not group their municipalities: nothing of groups is shown, asked for or accepted.
class WithoutGroupingsComponentTest {

    /// Region, how many municipalities its source names, and the lines that say how it is divided.
    @ParameterizedTest
    @Clause({"PRF-08", "PRF-26"})
    @CsvSource({"perm, 1, 789", "kuzbass, 0, 167", "sevastopol, 0, '89, 125'"})
    void knowNoUnitsAndWantNone(String name, int municipalities, String lines) {
        var region = Region.of(name);

        region.get("region-profile").jsonPath("$.territory.groupings").isEqualTo(List.of());
        region.get("municipalities?count=true").jsonPath("$.total").isEqualTo(municipalities)
                .jsonPath("$.items[*].groupings[*]").isEmpty();
        for (var foreign : List.of("IMO-1", "ISHIM")) {
            region.get("municipalities?grouping=" + foreign).jsonPath("$.items").isEqualTo(List.of());
            refused(region, plan(", \"groupingUnit\": \"" + foreign + "\""), "/groupingUnit", lines);
        }
        refused(region, plan(", \"groupingTask\": \"JOINT_EVENTS\""), "/groupingTask", lines);
        var plan = region.created("training-plans", plan(""));
        assertThat(Shelf.ids(region.coordinator(), "training-plans?year=2041")).containsExactly(plan);
        assertThat(Shelf.ids(region.coordinator(), "training-plans?year=2041&groupingUnit=ISHIM")).isEmpty();
    }

    private static void refused(Region region, String plan, String pointer, String lines) {
        region.refused("training-plans", plan).jsonPath("$.errors.length()").isEqualTo(1)
                .jsonPath("$.errors[0].pointer").isEqualTo(pointer)
                .jsonPath("$.errors[0].code").isEqualTo("no-groupings")
                .jsonPath("$.errors[0].clause").value(clause -> assertThat((String) clause).contains(lines));
    }

    private static String plan(String more) {
        return "{\"kind\": \"TOPIC_LIST\", \"year\": 2041, \"topics\": [\"Функциональная грамотность\"]%s}".formatted(more);
    }
}
