package ru.nms.diagnostics.student;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What the students of a school, or of one teacher, achieved together: never the result of one student.
///
/// @param area      the competence area for which it speaks
/// @param teacherId whose students they are, where that is known
/// @param students  how many
/// @param points    of all of them, out of `maximum`
record StudentResult(@NotNull Kind kind, @NotBlank @Size(max = 300) String title, @NotBlank @Size(max = 200) String subject,
                     @NotBlank @Size(max = 100) String area, @NotNull UUID organisationId, @Nullable UUID teacherId,
                     @NotNull LocalDate takenOn, @NotNull @Min(1) Integer students,
                     @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal points,
                     @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal maximum) {

    /// The procedures of students' assessment.
    enum Kind {
        EXAM, NATIONAL_STUDY, ALL_RUSSIAN_TEST, REGIONAL_STUDY
    }
}
