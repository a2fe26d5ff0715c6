package ru.nms.registry.mms;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A training of one employee of a municipal service.
///
/// @param agreementId of three parties; absent for training outside such an agreement
/// @param tutor       prepares for the work of a municipal tutor
/// @param endedOn     absent as long as it goes on
record MmsTraining(@NotNull UUID employeeId, @Nullable UUID agreementId, @NotBlank @Size(max = 500) String title,
                   @Nullable @Positive @Max(5000) Integer hours, boolean tutor, @NotNull LocalDate startedOn,
                   @Nullable LocalDate endedOn, @Nullable @Size(min = 1, max = 200) String document) {}
