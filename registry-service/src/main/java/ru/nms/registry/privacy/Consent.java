package ru.nms.registry.privacy;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// A person agreed to something.
///
/// @param withdrawnOn the first day on which it no longer holds
/// @param document    where the agreement is kept
record Consent(@NotNull UUID personId, @NotNull Purpose purpose, @NotNull LocalDate givenOn, @Nullable LocalDate withdrawnOn,
               @Nullable @Size(min = 1, max = 300) String document) {

    /// `PROCESSING`: at all; `PUBLICATION`: name in public lists; `TRANSFER`: to other regions; `MEMBERSHIP`: in a body.
    enum Purpose { PROCESSING, PUBLICATION, TRANSFER, MEMBERSHIP }

    Faults check(LocalDate today) {
        return new Faults()
                .unless(!givenOn.isAfter(today), Fault.at("/givenOn", "not-future"))
                .unless(withdrawnOn == null || !withdrawnOn.isBefore(givenOn), Fault.at("/withdrawnOn", "ends-before-start"));
    }
}
