package ru.nms.registry.rma;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.registry.keeping.Act;

/// Who belongs to the regional methodists' body. It holds once an act approves it.
///
/// @param act absent as long as it is a draft
record RmaList(@NotBlank @Size(max = 500) String title, @NotNull @Size(min = 1, max = 2000) List<@NotNull UUID> methodistIds,
               @Nullable @Valid Act act) {}
