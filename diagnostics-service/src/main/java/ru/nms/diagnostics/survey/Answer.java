package ru.nms.diagnostics.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// What one respondent answered where surveys are not anonymous: delayed results and requests for training.
///
/// @param organisationId for which the respondent spoke
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(UUID id, UUID roundId, UUID formId, UUID personId, @Nullable UUID organisationId, LocalDate givenOn,
              Map<String, List<String>> answers) {}
