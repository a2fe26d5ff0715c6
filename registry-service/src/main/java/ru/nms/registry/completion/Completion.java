package ru.nms.registry.completion;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A person completed a programme.
///
/// @param since               the first day of the training
/// @param until               the last one
/// @param inRegister          on the last day the programme stood in the federal register
/// @param chosenByDiagnostics before the first day a diagnosis had shown a deficit that the programme works on
record Completion(@NotNull UUID personId, @NotNull UUID programmeId, @NotNull LocalDate since, @NotNull LocalDate until,
                  @NotNull @Positive Integer hours, @NotNull Document document, @Nullable @Size(max = 100) String documentNumber,
                  @Nullable LocalDate documentDate, @Nullable Boolean inRegister, @Nullable Boolean chosenByDiagnostics) {

    enum Document { CERTIFICATE, DIPLOMA, STATEMENT }

    Completion with(boolean inRegister, boolean chosenByDiagnostics) {
        return new Completion(personId, programmeId, since, until, hours, document, documentNumber, documentDate, inRegister,
                chosenByDiagnostics);
    }
}
