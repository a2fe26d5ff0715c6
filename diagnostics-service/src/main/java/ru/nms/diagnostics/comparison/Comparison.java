package ru.nms.diagnostics.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Before and after in one competence, in percent with one digit.
///
/// @param people     compared; absent when they are too few to be told
/// @param suppressed whether there are, but fewer than five people
/// @param low        with `high` the confidence interval; absent of a person of whose diagnoses, as those of other providers, the
///                   number of tasks is not known
/// @param confidence in percent
/// @param method     `NEWCOMBE_HYBRID_SCORE` for one person, with tasks as trials; `PAIRED_T` for a group
@JsonInclude(JsonInclude.Include.NON_NULL)
record Comparison(String competence, boolean suppressed, @Nullable Integer people, @Nullable BigDecimal before,
                  @Nullable BigDecimal after, @Nullable BigDecimal difference, @Nullable BigDecimal low,
                  @Nullable BigDecimal high, @Nullable Integer confidence, @Nullable Method method) {

    static final int LEAST = 5;

    enum Method { NEWCOMBE_HYBRID_SCORE, PAIRED_T }

    /// @param tasks before and after; absent where their number is unknown: points are no trials, because those of one task
    ///              are won and lost together
    static Comparison ofPerson(Pair pair, @Nullable Trials tasks) {
        return tasks == null
                ? new Comparison(pair.competence(), false, 1, shown(pair.before()), shown(pair.after()), shown(pair.after() - pair.before()),
                        null, null, null, null)
                : told(pair.competence(), 1, pair.before(), pair.after(), pair.interval(tasks.before(), tasks.after()),
                        Method.NEWCOMBE_HYBRID_SCORE);
    }

    /// @param pairs of different people, in one competence
    static Comparison ofGroup(String competence, List<Pair> pairs) {
        if (pairs.size() < LEAST) {
            return new Comparison(competence, true, null, null, null, null, null, null, null, null);
        }
        var interval = Interval.ofPairs(pairs.stream().map(pair -> pair.after() - pair.before()).toList());
        return told(competence, pairs.size(), pairs.stream().mapToDouble(Pair::before).average().orElseThrow(),
                pairs.stream().mapToDouble(Pair::after).average().orElseThrow(), interval, Method.PAIRED_T);
    }

    private static Comparison told(String competence, int people, double before, double after, Interval interval, Method method) {
        return new Comparison(competence, false, people, shown(before), shown(after), shown(interval.difference()),
                shown(interval.low()), shown(interval.high()), Interval.LEVEL, method);
    }

    private static BigDecimal shown(double percent) {
        return BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP);
    }
}
