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

/// How a share of points is read. Frozen once an approved instrument uses it.
///
/// @param threshold percent from which a competence is mastered
/// @param levels    from below to above
record Scale(@NotNull UUID frameworkId, @NotBlank @Pattern(regexp = Framework.CODE) String code,
             @NotBlank @Size(max = 500) String title,
             @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) BigDecimal threshold,
             @Size(max = 20) List<@NotNull @Valid Level> levels) {

    /// @param from percent from which the level is reached
    record Level(@NotBlank @Pattern(regexp = Framework.CODE) String code, @NotBlank @Size(max = 200) String title,
                 @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) BigDecimal from) {

        Level {
            if (from != null) {
                from = plain(from);
            }
        }
    }

    Scale {
        if (threshold != null) {
            threshold = plain(threshold);
        }
        levels = levels == null ? List.of() : List.copyOf(levels);
    }

    /// 70 and 70.0 are one threshold.
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
