package ru.nms.platform.region;

import java.math.BigDecimal;

/// The most points in all are the most points of the sections together.
final class ScoringCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        var scoring = profile.at("scoring");
        for (var total : scoring.at("maxTotal").entries()) {
            var sum = scoring.items("sections").stream()
                    .map(section -> section.at("max").at(total.key()).node())
                    .map(max -> max.isNumber() ? max.decimalValue() : BigDecimal.ZERO)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.node().isNumber() && sum.compareTo(total.node().decimalValue()) != 0) {
                faults.add(total.path(), "The total is %s but the sections of %s add up to %s.",
                        total.text(), total.key(), sum.toPlainString());
            }
        }
    }
}
