package ru.nms.registry.body;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What a body proposed to the ministry, and the answer.
record Proposal(@NotNull UUID bodyId, @NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 4000) String text,
                @NotNull LocalDate madeOn, @Nullable @Size(max = 4000) String answer, @Nullable LocalDate answeredOn) {}
