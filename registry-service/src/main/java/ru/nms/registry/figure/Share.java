package ru.nms.registry.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/// A part of a whole.
///
/// @param percent to one digit, half up; absent where there is no whole
public record Share(long part, long whole, @Nullable BigDecimal percent) {

    public static Share of(long part, long whole) {
        return new Share(part, whole, whole == 0 ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }
}
