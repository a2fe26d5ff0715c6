package ru.nms.diagnostics.result;

import java.math.BigDecimal;

/// Points of one competence out of those possible.
record Score(String competence, BigDecimal points, BigDecimal maximum) {

    /// The same number written in one way, so that 40 and 40.0 are no change.
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
