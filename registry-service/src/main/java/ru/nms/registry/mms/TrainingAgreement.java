package ru.nms.registry.mms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.registry.keeping.Act;

/// The agreement of a centre, a municipality's authority and the institution that trains, by which staff of the
/// municipal service is trained.
///
/// @param partyIds the three parties
record TrainingAgreement(@NotNull @Valid Act act, @NotNull @Size(min = 3, max = 3) List<@NotNull UUID> partyIds,
                         @Nullable UUID municipalityId, @Nullable LocalDate until) {}
