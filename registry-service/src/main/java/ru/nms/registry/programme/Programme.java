package ru.nms.registry.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// A programme of additional professional training, and its way into the federal register.
///
/// @param distanceShare   percent of the hours
/// @param tags            subjects that the region or the product counts programmes by
/// @param competences     areas of the profile whose deficits it works on
/// @param requests        requests of schools and municipalities that it answers
/// @param tutorIds        who accompanies those who learn
/// @param finalAssessment what the final assessment consists of
/// @param includedOn      the day from which it stands in the federal register
/// @param excludedOn      the first day on which it no longer does
record Programme(@NotNull UUID providerId, @NotNull Kind kind, @NotBlank @Size(max = 500) String title,
                 @NotNull @Positive Integer hours, @NotNull Form form,
                 @NotNull @PositiveOrZero @Max(100) Integer distanceShare, @Size(max = 20) List<@NotNull Mark> marks,
                 @Size(max = 50) List<@NotBlank @Size(max = 100) String> tags,
                 @Size(max = 100) List<@NotBlank @Size(max = 300) String> topics,
                 @Size(max = 50) List<@NotBlank @Size(max = 200) String> audience,
                 @Size(max = 50) List<@NotBlank @Size(max = 100) String> competences,
                 @Size(max = 50) List<@NotNull UUID> partnerIds, @Size(max = 100) List<@Valid @NotNull Module> modules,
                 @Size(max = 100) List<@NotBlank @Size(max = 500) String> requests,
                 @Size(max = 100) List<@NotNull UUID> tutorIds, @Nullable @Size(max = 1000) String finalAssessment,
                 @Nullable Status status, @Nullable LocalDate filedOn, @Nullable LocalDate decidedOn,
                 @Nullable LocalDate includedOn, @Nullable LocalDate excludedOn, @Nullable String registerNumber) {

    /// Advanced training and professional retraining.
    enum Kind { PK, PP }

    enum Form { FULL_TIME, PART_TIME, DISTANCE }

    /// How it is delivered; `CORE_PRACTICE`: its practical part is held by regional methodists.
    enum Mark { NETWORK, CASCADE, CORE_PRACTICE, ELECTRONIC, DISTANCE, TUTORED, MODERN_DIAGNOSTICS }

    enum Status { NOT_FILED, FILED, EXPERT_REVIEW, INCLUDED, REFUSED, WITHDRAWN }

    record Module(@NotBlank @Size(max = 500) String title, @NotNull @Positive Integer hours) {}

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("filing", Status.FILED, Status.NOT_FILED, Status.REFUSED, Status.WITHDRAWN)
            .on("review", Status.EXPERT_REVIEW, Status.FILED)
            .on("inclusion", Status.INCLUDED, Status.EXPERT_REVIEW)
            .on("refusal", Status.REFUSED, Status.EXPERT_REVIEW)
            .on("withdrawal", Status.WITHDRAWN, Status.FILED, Status.EXPERT_REVIEW, Status.INCLUDED);

    Programme {
        marks = list(marks);
        tags = list(tags);
        topics = list(topics);
        audience = list(audience);
        competences = list(competences);
        partnerIds = list(partnerIds);
        modules = list(modules);
        requests = list(requests);
        tutorIds = list(tutorIds);
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /// @param on     the day of the step
    /// @param number in the federal register, for an inclusion
    Programme after(String action, LocalDate on, @Nullable String number) {
        var next = MOVES.after(Objects.requireNonNull(status), action);
        return switch (next) {
            case NOT_FILED -> this;
            case FILED -> with(next, on, null, null, null, null);
            case EXPERT_REVIEW -> with(next, filedOn, null, null, null, null);
            case INCLUDED -> with(next, filedOn, on, on, null, number);
            case REFUSED -> with(next, filedOn, on, null, null, null);
            case WITHDRAWN -> with(next, filedOn, on, includedOn, status == Status.INCLUDED ? on : null, registerNumber);
        };
    }

    private Programme with(Status next, @Nullable LocalDate filed, @Nullable LocalDate decided, @Nullable LocalDate included,
                           @Nullable LocalDate excluded, @Nullable String number) {
        return new Programme(providerId, kind, title, hours, form, distanceShare, marks, tags, topics, audience, competences,
                partnerIds, modules, requests, tutorIds, finalAssessment, next, filed, decided, included, excluded, number);
    }
}
