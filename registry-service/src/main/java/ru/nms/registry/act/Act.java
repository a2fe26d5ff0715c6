package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A normative act, or an annex of one.
///
/// @param date          as it stands on the paper, of an annex too
/// @param title         its subject
/// @param file          where the text is
/// @param purposes      what its presence is checked for
/// @param annexToId     the act that it is an annex of
/// @param partyIds      whose interaction it regulates
/// @param responsibleId the person it appoints, and for what
/// @param effectiveOn   the first day in force when that is not its date
/// @param until         the first day no longer in force by its own words
/// @param inForceOn     the first day in force
/// @param repealedOn    the first day no longer in force, whatever ended it
/// @param endedById     the act that ended it, or whose annex it is
record Act(@NotNull Kind kind, @Nullable @Size(max = 300) String issuer, @Nullable @Size(max = 100) String number,
           @Nullable LocalDate date, @NotBlank @Size(max = 1000) String title, @Nullable @Size(max = 1000) String file,
           @Size(max = 20) List<@NotBlank @Size(max = 100) String> purposes, @Size(max = 100) List<@NotNull UUID> amendsIds,
           @Size(max = 100) List<@NotNull UUID> repealsIds, @Nullable UUID annexToId, @Nullable @Positive Integer annexNo,
           @Size(max = 200) List<@NotNull UUID> partyIds, @Nullable UUID responsibleId, @Nullable @Size(max = 500) String duty,
           @Nullable LocalDate effectiveOn, @Nullable LocalDate until, @Nullable LocalDate inForceOn,
           @Nullable LocalDate repealedOn, @Nullable UUID endedById) {

    enum Kind { LAW, DECREE, ORDER, REGULATION, CONCEPT, ROADMAP, PLAN, ANNEX, LETTER, NETWORK_REGULATION, OTHER }

    Act {
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
        amendsIds = amendsIds == null ? List.of() : List.copyOf(amendsIds);
        repealsIds = repealsIds == null ? List.of() : List.copyOf(repealsIds);
        partyIds = partyIds == null ? List.of() : List.copyOf(partyIds);
    }

    /// @param on      its own first day; the one of the main act for an annex without a date
    /// @param repeals the first day after which another act, or the end of the main act, leaves it without force
    Act inForce(@Nullable LocalDate on, @Nullable LocalDate repeals, @Nullable UUID by) {
        var end = Stream.of(until, repeals).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
        return new Act(kind, issuer, number, date, title, file, purposes, amendsIds, repealsIds, annexToId, annexNo, partyIds,
                responsibleId, duty, effectiveOn, until, on, end, by);
    }
}
