package ru.nms.diagnostics.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.problem.Refusal;
import ru.nms.platform.register.Moves;

/// A campaign: who takes an instrument, when, for what.
///
/// @param occasion          one of the region's profile, where it tells occasions apart
/// @param programmeId       whose interim or final assessment it is
/// @param audience          how people come into it
/// @param municipalityIds   with the following: which people are meant; what is empty leaves nobody out
/// @param young             only young specialists are meant
/// @param personIds         who is meant, by name; absent in lists, and left out of a change they stay as they are
/// @param judgeIds          people who judge open answers; likewise
/// @param allowedDifference percent of a task's points by which two judges may differ without a third one
/// @param attempts          how many a person may make
record Campaign(@NotBlank @Size(max = 500) String title, @NotNull UUID instrumentId, @Nullable @Size(max = 100) String occasion,
                @Nullable UUID programmeId, @NotNull Instant startsAt, @NotNull Instant endsAt, @NotNull Audience audience,
                @Size(max = 500) List<@NotNull UUID> municipalityIds, @Size(max = 5000) List<@NotNull UUID> organisationIds,
                @Size(max = 100) List<@NotBlank @Size(max = 100) String> positions,
                @Size(max = 100) List<@NotBlank @Size(max = 200) String> subjects, @Nullable Boolean young,
                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = MOST_PEOPLE) List<@NotNull UUID> personIds,
                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 500) List<@NotNull UUID> judgeIds,
                @Nullable @Min(0) @Max(100) Integer allowedDifference, @Nullable @Min(1) @Max(10) Integer attempts,
                @Nullable Status status, @Nullable Instant announcedAt, @Nullable Instant publishedAt) {

    enum Audience {
        /// Everybody whom the filters mean when it is announced.
        FILTER,
        /// Those who are named.
        LIST,
        /// Whoever registers and is meant by the filters.
        SELF
    }

    /// That it runs or has ended is a matter of time alone.
    enum Status { DRAFT, ANNOUNCED, PUBLISHED, CANCELLED }

    static final int MOST_PEOPLE = 20_000;
    private static final int DIFFERENCE = 20;

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("announcement", Status.ANNOUNCED, Status.DRAFT)
            .on("cancellation", Status.CANCELLED, Status.DRAFT, Status.ANNOUNCED)
            .on("publication", Status.PUBLISHED, Status.ANNOUNCED);

    Campaign {
        municipalityIds = all(municipalityIds);
        organisationIds = all(organisationIds);
        positions = all(positions);
        subjects = all(subjects);
        personIds = personIds == null ? null : all(personIds);
        judgeIds = judgeIds == null ? null : all(judgeIds);
        allowedDifference = Objects.requireNonNullElse(allowedDifference, DIFFERENCE);
        attempts = Objects.requireNonNullElse(attempts, 1);
        young = Objects.requireNonNullElse(young, false);
    }

    private static <T> List<T> all(@Nullable List<T> some) {
        return some == null ? List.of() : some.stream().distinct().toList();
    }

    List<UUID> people() {
        return Objects.requireNonNullElse(personIds, List.of());
    }

    List<UUID> judges() {
        return Objects.requireNonNullElse(judgeIds, List.of());
    }

    boolean namesAll() {
        return personIds != null && judgeIds != null;
    }

    /// With these where it leaves them out.
    Campaign naming(List<UUID> people, List<UUID> judges) {
        return new Campaign(title, instrumentId, occasion, programmeId, startsAt, endsAt, audience, municipalityIds, organisationIds,
                positions, subjects, young, Objects.requireNonNullElse(personIds, people), Objects.requireNonNullElse(judgeIds, judges),
                allowedDifference, attempts, status, announcedAt, publishedAt);
    }

    Campaign announced(Instant now) {
        return with(MOVES.after(state(), "announcement"), now, publishedAt);
    }

    Campaign cancelled() {
        return with(MOVES.after(state(), "cancellation"), announcedAt, publishedAt);
    }

    Campaign published(Instant now) {
        return with(MOVES.after(state(), "publication"), announcedAt, now);
    }

    Status state() {
        return Objects.requireNonNull(status);
    }

    /// What was announced stays; it may only last longer, as long as it has not ended, and have more judges. What has ended
    /// has shown its keys.
    ///
    /// @throws Refusal when callers may not make of it what they ask for
    void mayBecome(Campaign next, Instant now) {
        boolean open = state() == Status.DRAFT || (state() == Status.ANNOUNCED && saysTheSameAs(next)
                && !next.endsAt.isBefore(endsAt) && next.judges().containsAll(judges()));
        if (!open) {
            throw MOVES.refused(state());
        }
        if (state() == Status.ANNOUNCED && !next.endsAt.equals(endsAt) && !now.isBefore(endsAt)) {
            throw Refusal.conflict("campaign.ended", endsAt).with("endsAt", endsAt);
        }
    }

    /// Whether it says what the other one says, but for its end and its judges, which may change while it runs.
    private boolean saysTheSameAs(Campaign other) {
        return lasting(other.endsAt, other.judges()).equals(other);
    }

    private Campaign with(Status next, @Nullable Instant announced, @Nullable Instant published) {
        return new Campaign(title, instrumentId, occasion, programmeId, startsAt, endsAt, audience, municipalityIds, organisationIds,
                positions, subjects, young, personIds, judgeIds, allowedDifference, attempts, next, announced, published);
    }

    private Campaign lasting(Instant until, List<UUID> judges) {
        return new Campaign(title, instrumentId, occasion, programmeId, startsAt, until, audience, municipalityIds, organisationIds,
                positions, subjects, young, personIds, judges, allowedDifference, attempts, status, announcedAt, publishedAt);
    }
}
