package ru.nms.registry.young;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// A college or university goes on helping its graduate in the first year of work.
record GraduateSupport(@NotNull UUID personId, @NotNull UUID institutionId, @NotNull Form form, @NotNull LocalDate heldOn,
                       @NotBlank @Size(max = 500) String topic) {

    enum Form { MENTORING, CONSULTATION }
}
