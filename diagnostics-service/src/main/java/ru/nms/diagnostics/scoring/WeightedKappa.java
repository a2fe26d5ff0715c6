package ru.nms.diagnostics.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How far two judges agree beyond chance: Cohen's weighted kappa with quadratic weights (Cohen 1968). With these
/// weights no table is needed: 1 − n·Σ(a−b)² / (n·Σa² + n·Σb² − 2·Σa·Σb).
public final class WeightedKappa {

    private static final int DECIMALS = 6;

    private WeightedKappa() {}

    /// What two judges gave to the same answer, on one scale.
    public record Pair(BigDecimal first, BigDecimal second) {}

    /// Absent without pairs, and where both gave one and the same to everything: chance alone would agree as well.
    public static @Nullable BigDecimal of(List<Pair> pairs) {
        var count = BigDecimal.valueOf(pairs.size());
        var observed = BigDecimal.ZERO;
        var squares = BigDecimal.ZERO;
        var first = BigDecimal.ZERO;
        var second = BigDecimal.ZERO;
        for (var pair : pairs) {
            observed = observed.add(square(pair.first().subtract(pair.second())));
            squares = squares.add(square(pair.first())).add(square(pair.second()));
            first = first.add(pair.first());
            second = second.add(pair.second());
        }
        var expected = count.multiply(squares).subtract(BigDecimal.TWO.multiply(first).multiply(second));
        return expected.signum() == 0 ? null
                : BigDecimal.ONE.subtract(count.multiply(observed).divide(expected, DECIMALS + 4, RoundingMode.HALF_UP))
                        .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal square(BigDecimal number) {
        return number.multiply(number);
    }
}
