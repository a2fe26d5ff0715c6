package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A programme of mentoring of an organisation, a community or an association.
record MentoringProgramme(@NotBlank @Size(max = 500) String title, @NotNull Owner owner, @Nullable UUID organisationId,
                          @Nullable UUID communityId, @NotNull LocalDate since, @Nullable LocalDate until) {

    enum Owner { ORGANISATION, COMMUNITY, ASSOCIATION }
}
