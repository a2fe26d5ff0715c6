package ru.nms.diagnostics.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/// What comes of the points that judges gave to one open answer, by the rule of the state final examination (Порядок
/// проведения ГИА-11): two judge apart from each other; where they differ little, the mean counts; where they differ
/// much, a third one judges, and that is final.
public sealed interface Verdict {

    record Settled(BigDecimal points) implements Verdict {}

    /// The two differ by more than is allowed, and no third one has judged.
    record NeedsThird() implements Verdict {}

    /// @param third   absent as long as no third one has judged
    /// @param allowed by how many points the two may differ and still agree
    static Verdict of(BigDecimal first, BigDecimal second, @Nullable BigDecimal third, BigDecimal allowed) {
        if (first.subtract(second).abs().compareTo(allowed) <= 0) {
            return new Settled(first.add(second).divide(BigDecimal.TWO, 3, RoundingMode.HALF_UP));
        }
        return third == null ? new NeedsThird() : new Settled(third);
    }
}
