package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.list.Paging;

/// How a group stands in a competence of a framework, finer than its area: the newest attempt of each person in the period,
/// whatever version of the framework it was made by.
///
/// @param period   absent where the time is not told apart
/// @param measured people who had tasks about it, or about what stands below it
/// @param percent  of the points that all of them together could have; absent where there were none to have
/// @param judged   people of whom a scale or a rule decides
/// @param mastered of them those who reach the threshold, or fulfil the rule
/// @param share    mastered of judged, in percent; absent where nothing decides
/// @param levels   people by level of the scale
@JsonInclude(JsonInclude.Include.NON_NULL)
record Competence(String key, String title, @Nullable String period, String competence, String competenceTitle, long measured,
                  @Nullable BigDecimal percent, long judged, long mastered, @Nullable BigDecimal share, Map<String, Long> levels) {

    /// Group by group and period by period, the weakest first.
    String order() {
        return Paging.order(title, key, period, percent == null ? "" : "%04d".formatted(percent.movePointRight(1).intValue()), competence);
    }
}
