package ru.nms.registry.body;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// Who is a member of a body, and as what they were admitted.
///
/// @param admittedAs one of those whom the region profile lets in
/// @param consentOn  when the person agreed: membership is voluntary
record BodyMember(@NotNull UUID bodyId, @NotNull UUID personId, @NotBlank @Size(max = 300) String admittedAs,
                  @NotNull LocalDate consentOn, @NotNull LocalDate since, @Nullable LocalDate until) {}
