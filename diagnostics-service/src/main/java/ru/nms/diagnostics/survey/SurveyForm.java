package ru.nms.diagnostics.survey;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What is asked.
///
/// @param respondent whom it is for, where several kinds of respondents answer in one round
/// @param bands      what respondents of an anonymous form state of themselves, and the possible values of each; a band
///                   of municipalities may leave them out and takes ids
record SurveyForm(@NotNull SurveyKind kind, @NotBlank @Size(max = 300) String title, @Nullable Respondent respondent,
                  @NotNull @Size(min = 1, max = 60) List<@Valid @NotNull Question> questions,
                  @Size(max = 6) Map<@NotNull Band, @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String>> bands) {

    enum Respondent { HEAD, DEPUTY_OR_METHODIST, TEACHER, MMS, TEAM }

    /// How a question is answered.
    enum Answering { SINGLE, MULTIPLE, SCALE, TEXT }

    /// @param options of a choice
    /// @param lowest  of a scale; so is the highest
    record Question(@NotNull @Pattern(regexp = "[A-Za-z0-9_]{1,40}") String code, @NotBlank @Size(max = 500) String title,
                    @NotNull Answering answering, boolean required,
                    @Nullable @Size(min = 2, max = 30) List<@Valid @NotNull Option> options,
                    @Nullable Integer lowest, @Nullable Integer highest) {}

    record Option(@NotNull @Pattern(regexp = "[A-Za-z0-9_]{1,40}") String code, @NotBlank @Size(max = 300) String title) {}

    SurveyForm {
        bands = bands == null ? Map.of() : Map.copyOf(bands);
    }
}
