package ru.nms.diagnostics.deficit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.rule.Percent;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.region.Origin;

/// One step of the reasoning from results to a deficit or a strength: what was measured and which limit decided.
///
/// @param share  in percent, one digit, half up; for reading only, decisions are made on the exact numbers
/// @param level  absent when the result was no deficit
/// @param limit  the threshold in percent: below it for a deficit, at or above it otherwise
/// @param source the clause that gives the limit; absent for a product default
/// @param text   the same in words
record Why(UUID resultId, String procedure, String provider, LocalDate takenOn, BigDecimal points, BigDecimal maximum,
           BigDecimal share, @Nullable String level, BigDecimal limit, Origin origin, @Nullable String source,
           String text) {

    static Why of(Attempt attempt, Rulebook rules, WhyText text) {
        var verdict = attempt.verdict(rules);
        var share = Percent.shown(attempt.points(), attempt.maximum());
        return new Why(attempt.resultId(), attempt.procedure(), attempt.provider(), attempt.takenOn(),
                attempt.points(), attempt.maximum(), share, verdict.level(), verdict.step().below(),
                verdict.step().origin(), verdict.step().source(), text.of(attempt, share, verdict, rules));
    }
}
