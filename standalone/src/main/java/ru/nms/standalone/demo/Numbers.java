package ru.nms.standalone.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;

/// The figures of the region, each compared with what a person computes from the files that were loaded.
final class Numbers {

    private static final String MONITORING = "/api/monitoring/v1";

    private final Steps steps;
    private final Api.As coordinator;
    private final GeneratedRegion region;
    private final Cast cast;

    Numbers(Steps steps, Api api, GeneratedRegion region, Cast cast) {
        this.steps = steps;
        this.coordinator = api.as(Role.COORDINATOR);
        this.region = region;
        this.cast = cast;
    }

    void play() {
        steps.part("The figures of the region");
        indicator("iom_coverage", 1);
        indicator("diagnostics_coverage", cast.colleagues().size() + 1);
        var clusters = coordinator.get(MONITORING + "/clusters/STAFFING?year=2023");
        if (clusters.is(404)) {
            steps.step("staffing clusters", () -> Steps.said("the region's profile has none"));
        } else {
            region.places().forEach(place -> steps.step("staffing of " + place.name(), () -> staffing(place)));
        }
    }

    private void indicator(String canonical, long numerator) {
        var first = coordinator.get(MONITORING + "/indicators?territory=region").orFail().path("items");
        if (first.values().stream().noneMatch(item -> item.path("canonical").asString().equals(canonical))) {
            steps.step(canonical, () -> Steps.said("the region's set of indicators has none"));
            return;
        }
        steps.step(canonical, () -> {
            var value = Steps.eventually(canonical + " = " + numerator + "/" + region.teachers(), () ->
                    find(canonical).filter(item -> item.path("numerator").asLong(-1) == numerator
                            && item.path("denominator").asLong(-1) == region.teachers()));
            return Steps.said("%d of %d = %s %%, target %s, %s", numerator, region.teachers(), value.path("value").asString(),
                    value.path("target").asString("none"), value.path("source").asString());
        });
    }

    private Optional<JsonNode> find(String canonical) {
        return coordinator.get(MONITORING + "/indicators?territory=region").orFail().path("items").values().stream()
                .filter(item -> item.path("canonical").asString().equals(canonical)).findFirst();
    }

    private Steps.Result<Boolean> staffing(GeneratedRegion.Place place) {
        var row = Steps.eventually("the staffing of " + place.name(), () ->
                coordinator.get(MONITORING + "/clusters/STAFFING?year=2023").orFail().path("items").values().stream()
                        .filter(item -> item.path("name").asString().equals(place.name()))
                        .filter(item -> item.path("teachers").asLong() == place.teachers()
                                && item.path("methodists").asLong() == place.methodists())
                        .findFirst());
        var expected = BigDecimal.valueOf(place.teachers())
                .divide(BigDecimal.valueOf(place.methodists()), 1, RoundingMode.HALF_UP);
        Steps.require(row.path("ratio").decimalValue().compareTo(expected) == 0, "ratio %s, by hand %s", row.path("ratio"), expected);
        return Steps.said("%d : %d = %s, level %s", place.teachers(), place.methodists(), expected,
                row.path("level").asString("none"));
    }
}
