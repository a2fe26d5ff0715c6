package ru.nms.registry.body;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// An expertise: who commissioned it from whom, of what, and what came of it.
///
/// @param bodyId     the method body that gives it
/// @param examinerId the organisation that gives a professional-public one
record Expertise(@NotNull Kind kind, @Nullable UUID bodyId, @Nullable UUID examinerId, @NotNull UUID commissionerId,
                 @NotNull Subject subject, @NotBlank @Size(max = 500) String title, @Nullable UUID programmeId,
                 @NotNull LocalDate commissionedOn, @Nullable LocalDate doneOn, @Nullable Result result,
                 @Nullable @Size(max = 4000) String conclusion) {

    enum Kind { METHOD_BODY, PROFESSIONAL_PUBLIC }

    enum Subject { TRAINING_PROGRAMME, TEACHING_KIT, MAIN_PROGRAMME, WORK_PROGRAMME, CONCEPT }

    enum Result { POSITIVE, WITH_REMARKS, NEGATIVE }
}
