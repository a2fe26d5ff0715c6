package ru.nms.diagnostics.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What one attempt of this service found, by competence area. It is believed as it comes: whoever conducts attempts
/// has checked the areas against the profile when the instrument was approved.
///
/// @param attemptId the attempt; an outcome with the same one takes the place of the earlier
/// @param parts     at least one, no area twice, points not above the maximum
public record Outcome(UUID attemptId, UUID personId, String procedure, String provider, LocalDate takenOn,
                      @Nullable String occasion, List<Part> parts) {

    /// Points of one area out of those possible.
    public record Part(String area, BigDecimal points, BigDecimal maximum) {}

    Result.Content content() {
        return new Result.Content(personId, procedure, provider, takenOn, occasion, parts.stream()
                .map(part -> new Score(part.area(), Score.plain(part.points()), Score.plain(part.maximum()))).toList());
    }
}
