package ru.nms.diagnostics.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// How a share of points is read. Frozen once an approved instrument uses it.
///
/// @param threshold percent from which a competence is mastered
/// @param levels    from below to above
public record Scale(@NotNull UUID frameworkId, @NotBlank @Pattern(regexp = Framework.CODE) String code,
             @NotBlank @Size(max = 500) String title,
             @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) BigDecimal threshold,
             @Size(max = 20) List<@NotNull @Valid Level> levels) {

    /// @param from percent from which the level is reached
    public record Level(@NotBlank @Pattern(regexp = Framework.CODE) String code, @NotBlank @Size(max = 200) String title,
                 @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) BigDecimal from) {

        public Level {
            if (from != null) {
                from = plain(from);
            }
        }
    }

    public Scale {
        if (threshold != null) {
            threshold = plain(threshold);
        }
        levels = levels == null ? List.of() : List.copyOf(levels);
    }

    Mastery mastery(BigDecimal points, BigDecimal maximum) {
        return reaches(threshold, points, maximum) ? Mastery.MASTERED : Mastery.NOT_MASTERED;
    }

    /// The highest one that is reached; absent below the lowest, and where the scale has none.
    @Nullable Level level(BigDecimal points, BigDecimal maximum) {
        return levels.reversed().stream().filter(level -> reaches(level.from(), points, maximum)).findFirst().orElse(null);
    }

    /// 600 of 1000 reach 60 percent, 599 do not: compared exactly.
    private static boolean reaches(BigDecimal percent, BigDecimal points, BigDecimal maximum) {
        return points.movePointRight(2).compareTo(percent.multiply(maximum)) >= 0;
    }

    /// 70 and 70.0 are one threshold.
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
