package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.rule.Percent;

/// How a group stands in a competence of a framework, finer than its area: the newest attempt of each person in the period.
///
/// @param measured people who had tasks about it
/// @param percent  of the points that all of them together could have
/// @param judged   people whose instrument has a scale
/// @param mastered of them those who reach its threshold
/// @param share    mastered of judged, in percent; absent where no scale decides
@JsonInclude(JsonInclude.Include.NON_NULL)
record Competence(String key, String title, String competence, String competenceTitle, long measured, BigDecimal percent, long judged,
                  long mastered, @Nullable BigDecimal share) {

    static Competence of(CompetenceStore.Counted it, String title) {
        return new Competence(it.key(), title, it.competence(), it.title(), it.people(), Percent.shown(it.points(), it.maximum()), it.judged(),
                it.mastered(), it.judged() == 0 ? null : Percent.shown(BigDecimal.valueOf(it.mastered()), BigDecimal.valueOf(it.judged())));
    }
}
