package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.scoring.Verdict;

/// What one judge is asked about one open answer, and what they said.
///
/// @param turn   1 and 2 judge apart from each other, 3 where they differ
/// @param points absent as long as the judge has not judged
record Judgement(UUID id, UUID campaignId, UUID attemptId, UUID taskId, UUID judgeId, int turn, @Nullable BigDecimal points) {

    private static final int THIRD = 3;

    /// What is decided about a task so far; absent as long as one of those asked has not judged.
    ///
    /// @param most    the points of the task
    /// @param percent of them by which two may differ
    static @Nullable Verdict verdict(List<Judgement> ofTask, BigDecimal most, int percent) {
        var first = given(ofTask, 1);
        var second = given(ofTask, 2);
        boolean asked = ofTask.stream().anyMatch(one -> one.turn() == THIRD);
        if (first == null || second == null || asked && given(ofTask, THIRD) == null) {
            return null;
        }
        return Verdict.of(first, second, given(ofTask, THIRD), most.multiply(BigDecimal.valueOf(percent)).movePointLeft(2)
                .setScale(3, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal given(List<Judgement> ofTask, int turn) {
        return ofTask.stream().filter(one -> one.turn() == turn).findFirst().map(Judgement::points).orElse(null);
    }
}
