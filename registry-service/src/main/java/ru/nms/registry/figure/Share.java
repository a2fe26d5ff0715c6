package ru.nms.registry.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/// A part of a whole.
///
/// @param percent to one digit, half up; absent when there is no whole
public record Share(long numerator, long denominator, @Nullable BigDecimal percent) {

    public static Share of(long numerator, long denominator) {
        return new Share(numerator, denominator, denominator == 0 ? null : BigDecimal.valueOf(numerator).movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP));
    }
}
