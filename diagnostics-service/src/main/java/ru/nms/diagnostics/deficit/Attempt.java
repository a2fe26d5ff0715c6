package ru.nms.diagnostics.deficit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import ru.nms.diagnostics.deficit.Course.Finding;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.rule.Scale.Verdict;

/// One score of one result that counts: all attempts are kept, the newest decides.
record Attempt(UUID personId, String competence, UUID resultId, String procedure, String provider, LocalDate takenOn,
               BigDecimal points, BigDecimal maximum) {

    private static final String OF_STUDENTS = "STUDENT_RESULTS";

    /// What students achieved speaks for a deficit when it is weak, and never against one: it does not say how the teacher
    /// was measured.
    boolean counts(Rulebook rules) {
        return !provider.equals(OF_STUDENTS) || verdict(rules).weak();
    }

    /// By the thresholds that held on the day it was taken.
    Verdict verdict(Rulebook rules) {
        return rules.scale(competence, takenOn).judge(points, maximum);
    }

    Finding finding(Rulebook rules) {
        var verdict = verdict(rules);
        var level = verdict.level();
        return level == null ? new Finding.Strong(takenOn, resultId)
                : new Finding.Weak(level, verdict.step().origin(), takenOn, resultId);
    }
}
