package ru.nms.registry.young;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What watching a model of young-teacher support showed in a year.
record YoungModelResult(@NotNull UUID modelId, @Min(2000) @Max(2100) int year, @NotBlank @Size(max = 500) String figure,
                        @NotNull BigDecimal value, @Nullable @Size(min = 1, max = 4000) String conclusion) {}
