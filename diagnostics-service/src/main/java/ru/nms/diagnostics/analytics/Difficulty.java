package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.rule.Percent;
import ru.nms.platform.list.Paging;

/// How a group stands in a competence area: the newest result of each person in the period.
///
/// @param period   absent where the time is not told apart
/// @param measured people with a result
/// @param weak     of them those with a deficit
/// @param levels   people by level of deficit; `NONE`: without one
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difficulty(String key, String title, @Nullable String period, String competence, String competenceTitle, long measured,
                  long weak, BigDecimal percent, Map<String, Long> levels) {

    static final String NONE = "NONE";

    /// Group by group and period by period, the most frequent difficulty first.
    String order() {
        return Paging.order(title, key, period, "%04d".formatted(1000 - percent.movePointRight(1).intValue()), competence);
    }

    static BigDecimal percent(long weak, long measured) {
        return Percent.shown(BigDecimal.valueOf(weak), BigDecimal.valueOf(measured));
    }
}
