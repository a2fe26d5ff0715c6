package ru.nms.registry.programme;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/// The money of a programme in a year.
///
/// @param budget  from which it comes
/// @param planned in roubles
/// @param spent   in roubles
record Finance(@NotNull UUID programmeId, @NotNull @Min(2000) @Max(2100) Integer year, @NotNull Budget budget,
               @NotNull @PositiveOrZero Long planned, @NotNull @PositiveOrZero Long spent) {

    enum Budget { REGIONAL, FEDERAL, MUNICIPAL, OTHER }
}
