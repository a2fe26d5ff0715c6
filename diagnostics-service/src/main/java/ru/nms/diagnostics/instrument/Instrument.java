package ru.nms.diagnostics.instrument;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// An edition of an instrument (ФОС): a passport to which tasks belong. What was approved never changes.
///
/// @param code       the same in all editions
/// @param scaleId    tells from which share of points a competence is mastered; absent where nobody decides that
/// @param audience   for whom
/// @param subject    of which teachers; absent for those of any subject
/// @param year       for which it is made
/// @param variants   how many there are; each person takes one
/// @param previousId the edition from which this one was made
record Instrument(@NotBlank @Pattern(regexp = CODE) String code, @NotBlank @Size(max = 500) String title,
                  @NotBlank @Pattern(regexp = CODE) String procedure, @NotBlank @Size(max = 100) String provider,
                  @NotNull UUID frameworkId, @Nullable UUID scaleId, @Nullable @Size(max = 500) String audience,
                  @Nullable @Size(max = 200) String subject, @NotNull @Min(2000) @Max(2100) Integer year,
                  @Nullable @Min(1) @Max(1440) Integer timeLimitMinutes, @NotNull @Min(1) @Max(20) Integer variants,
                  @Nullable Integer edition, @Nullable UUID previousId, @Nullable Status status,
                  @Nullable LocalDate approvedOn, @Nullable LocalDate withdrawnOn) {

    enum Status { DRAFT, APPROVED, WITHDRAWN }

    static final String CODE = "[A-Z0-9][A-Z0-9_.-]{0,99}";

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("approval", Status.APPROVED, Status.DRAFT)
            .on("withdrawal", Status.WITHDRAWN, Status.APPROVED);

    Instrument approved(LocalDate on) {
        return with(MOVES.after(state(), "approval"), on, null);
    }

    Instrument withdrawn(LocalDate on) {
        return with(MOVES.after(state(), "withdrawal"), approvedOn, on);
    }

    /// The draft of a later edition.
    Instrument next(UUID id, int number, int forYear) {
        return new Instrument(code, title, procedure, provider, frameworkId, scaleId, audience, subject, forYear,
                timeLimitMinutes, variants, number, id, Status.DRAFT, null, null);
    }

    Status state() {
        return Objects.requireNonNull(status);
    }

    private Instrument with(Status next, @Nullable LocalDate approved, @Nullable LocalDate withdrawn) {
        return new Instrument(code, title, procedure, provider, frameworkId, scaleId, audience, subject, year,
                timeLimitMinutes, variants, edition, previousId, next, approved, withdrawn);
    }
}
