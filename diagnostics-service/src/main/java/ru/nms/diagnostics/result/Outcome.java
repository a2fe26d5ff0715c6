package ru.nms.diagnostics.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What one attempt of this service found, or one diagnosis in a provider's file, by competence area. It is believed as it
/// comes: whoever conducts attempts has checked the areas against the profile when the instrument was approved.
///
/// @param originId the attempt or diagnosis; an outcome with the same one takes the place of the earlier
/// @param takenAt  when it was handed in; absent where no more than the day is known
/// @param parts    at least one, no area twice, points not above the maximum
public record Outcome(Origin origin, UUID originId, UUID personId, String procedure, String provider, LocalDate takenOn,
                      @Nullable Instant takenAt, @Nullable String occasion, @Nullable String round, List<Part> parts) {

    /// Where it comes from, and the column of a result that says so.
    public enum Origin {
        ATTEMPT("attempt_id"), DIAGNOSIS("diagnosis_id");

        private final String column;

        Origin(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    public static Outcome ofAttempt(UUID attempt, UUID person, String procedure, String provider, LocalDate takenOn, Instant takenAt,
                                    @Nullable String occasion, List<Part> parts) {
        return new Outcome(Origin.ATTEMPT, attempt, person, procedure, provider, takenOn, takenAt, occasion, null, parts);
    }

    public static Outcome ofDiagnosis(UUID diagnosis, UUID person, String procedure, String provider, LocalDate takenOn,
                                      @Nullable String round, List<Part> parts) {
        return new Outcome(Origin.DIAGNOSIS, diagnosis, person, procedure, provider, takenOn, null, null, round, parts);
    }

    @Nullable UUID from(Origin wanted) {
        return origin == wanted ? originId : null;
    }

    /// Points of one area out of those possible.
    public record Part(String area, BigDecimal points, BigDecimal maximum) {}

    Result.Content content() {
        return new Result.Content(personId, procedure, provider, takenOn, occasion, round, parts.stream()
                .map(part -> new Score(part.area(), Score.plain(part.points()), Score.plain(part.maximum()))).toList());
    }
}
