package ru.nms.diagnostics.rubric;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What one side thinks of a person, by a rubric.
///
/// @param kind         who it is: the person, a colleague, the employer
/// @param personId     who is assessed
/// @param assessorId   the person who assesses; of a self-assessment the same
/// @param employerId   the organisation that assesses
/// @param completionId the training after which an employer does
/// @param marks        by criterion
record Assessment(@NotNull UUID rubricId, @NotNull Rubric.Kind kind, @NotNull UUID personId, @Nullable UUID assessorId,
                  @Nullable UUID employerId, @Nullable UUID completionId, @NotNull LocalDate assessedOn,
                  @NotNull @Size(max = 50) Map<String, @NotNull Integer> marks, @Nullable @Size(max = 4000) String comment) {}
