package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// An agreement or contract with obligations of its parties.
///
/// @param municipalityId with which a tripartite one is concluded
/// @param until          the first day on which it no longer holds
record Agreement(@NotNull Kind kind, @Nullable @Size(max = 100) String number, @NotBlank @Size(max = 500) String title,
                 @NotNull LocalDate since, @Nullable LocalDate until, @Size(max = 50) List<@NotNull UUID> partyIds,
                 @Nullable UUID municipalityId, @Size(max = 100) List<@Valid @NotNull Obligation> obligations,
                 @Nullable @Size(max = 1000) String file, @Nullable Status status) {

    enum Kind { TRIPARTITE, COOPERATION, CONTRACT }

    enum Status { DRAFT, SIGNED, ENDED }

    record Obligation(@NotNull UUID partyId, @NotBlank @Size(max = 2000) String text) {}

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("signing", Status.SIGNED, Status.DRAFT)
            .on("ending", Status.ENDED, Status.SIGNED);

    Agreement {
        partyIds = partyIds == null ? List.of() : List.copyOf(partyIds);
        obligations = obligations == null ? List.of() : List.copyOf(obligations);
    }

    boolean sameSides(@Nullable Agreement other) {
        return other != null && kind == other.kind && partyIds.equals(other.partyIds) && Objects.equals(municipalityId, other.municipalityId);
    }

    Agreement signed() {
        return with(until, after("signing"));
    }

    Agreement ended(LocalDate on) {
        return with(on, after("ending"));
    }

    private Status after(String action) {
        return MOVES.after(Objects.requireNonNull(status), action);
    }

    private Agreement with(@Nullable LocalDate end, Status next) {
        return new Agreement(kind, number, title, since, end, partyIds, municipalityId, obligations, file, next);
    }
}
