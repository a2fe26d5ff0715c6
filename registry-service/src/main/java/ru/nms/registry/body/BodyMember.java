package ru.nms.registry.body;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// Who is a member of a body, and as what they were admitted.
///
/// @param admittedAs the code of one of those whom the region profile lets in; any words where it names none
/// @param consentOn  when the person agreed: membership is voluntary
record BodyMember(@NotNull UUID bodyId, @NotNull UUID personId, @NotBlank @Size(max = 300) String admittedAs,
                  @NotNull LocalDate consentOn, @NotNull LocalDate since, @Nullable LocalDate until) {}
