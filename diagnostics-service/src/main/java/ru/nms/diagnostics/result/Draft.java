package ru.nms.diagnostics.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.rule.ClosedList;
import ru.nms.diagnostics.rule.Round;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// A result as a caller reports it, before anything about it is believed.
///
/// @param round of a federal assessment: a number or a short code
record Draft(@Nullable UUID personId, @Nullable String procedure, @Nullable String provider,
             @Nullable LocalDate takenOn, @Nullable String occasion, @Nullable String round, @Nullable List<@Nullable DraftScore> scores) {

    record DraftScore(@Nullable String competence, @Nullable BigDecimal points, @Nullable BigDecimal maximum) {}

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int MOST_SCORES = 100;
    private static final int WHOLE_DIGITS = 6;
    private static final int DECIMALS = 3;

    /// @throws Refusal with every fault at once
    Result.Content checked(Rulebook rules, boolean unknownPerson) {
        faults(rules, unknownPerson).refuse();
        return content();
    }

    Refusal.Faults faults(Rulebook rules, boolean unknownPerson) {
        var faults = new Refusal.Faults();
        faults.unless(personId != null, Fault.at("/personId", "required"))
                .unless(!unknownPerson, Fault.at("/personId", "unknown-person"));
        checkProcedure(faults);
        checkDay(faults, rules.today());
        var day = takenOn == null ? rules.today() : takenOn;
        faults.addAll(given("/provider", provider, rules.providers(day), "diagnostics.providers"));
        if (occasion != null) {
            faults.addAll(rules.occasions(day).check("/occasion", occasion, "diagnostics.occasions"));
        }
        faults.unless(Round.fits(round), Fault.at("/round", "pattern", Round.FORM.pattern()));
        checkScores(faults, rules.measurable(String.valueOf(procedure), day));
        return faults;
    }

    private void checkProcedure(Refusal.Faults faults) {
        faults.unless(procedure != null, Fault.at("/procedure", "required"))
                .unless(procedure == null || CODE.matcher(procedure).matches(),
                        Fault.at("/procedure", "pattern", CODE.pattern()));
    }

    private void checkDay(Refusal.Faults faults, LocalDate today) {
        faults.unless(takenOn != null, Fault.at("/takenOn", "required"))
                .unless(takenOn == null || !takenOn.isAfter(today), Fault.at("/takenOn", "taken-in-future", today))
                .unless(takenOn == null || !takenOn.isBefore(EARLIEST), Fault.at("/takenOn", "minimum", EARLIEST));
    }

    private static List<Fault> given(String pointer, @Nullable String value, ClosedList known, String list) {
        return value == null ? List.of(Fault.at(pointer, "required")) : known.check(pointer, value, list);
    }

    private void checkScores(Refusal.Faults faults, ClosedList areas) {
        int count = scores == null ? 0 : scores.size();
        faults.unless(count >= 1 && count <= MOST_SCORES, Fault.at("/scores", "size", 1, MOST_SCORES));
        var seen = new HashSet<String>();
        for (int i = 0; scores != null && i < count && i < MOST_SCORES; i++) {
            var score = scores.get(i);
            var pointer = "/scores/" + i;
            if (score == null) {
                faults.unless(false, Fault.at(pointer, "required"));
                continue;
            }
            var competence = score.competence();
            faults.addAll(given(pointer + "/competence", competence, areas, "diagnostics.competenceAreas"));
            faults.unless(competence == null || seen.add(competence),
                    Fault.at(pointer + "/competence", "repeated-competence", String.valueOf(competence)));
            checkPoints(faults, pointer, score.points(), score.maximum());
        }
    }

    private static void checkPoints(Refusal.Faults faults, String pointer, @Nullable BigDecimal points,
                                    @Nullable BigDecimal maximum) {
        boolean readable = checkNumber(faults, pointer + "/points", points)
                & checkNumber(faults, pointer + "/maximum", maximum);
        if (!readable || points == null || maximum == null) {
            return;
        }
        faults.unless(maximum.signum() > 0, Fault.at(pointer + "/maximum", "positive"))
                .unless(points.signum() >= 0, Fault.at(pointer + "/points", "not-negative"))
                .unless(maximum.signum() <= 0 || points.compareTo(maximum) <= 0,
                        Fault.at(pointer + "/points", "above-maximum", maximum.toPlainString()));
    }

    /// The digits come first: nothing is ever computed with a number of a million digits.
    private static boolean checkNumber(Refusal.Faults faults, String pointer, @Nullable BigDecimal number) {
        if (number == null) {
            faults.unless(false, Fault.at(pointer, "required"));
            return false;
        }
        var plain = number.stripTrailingZeros();
        boolean fits = plain.scale() <= DECIMALS && (long) plain.precision() - plain.scale() <= WHOLE_DIGITS;
        faults.unless(fits, Fault.at(pointer, "digits", WHOLE_DIGITS, DECIMALS));
        return fits;
    }

    /// Only of a draft without faults.
    Result.Content content() {
        return new Result.Content(sure(personId), sure(procedure), sure(provider), sure(takenOn), occasion, round,
                sure(scores).stream().map(Objects::requireNonNull).map(Draft::score).toList());
    }

    private static Score score(DraftScore score) {
        return new Score(sure(score.competence()), Score.plain(sure(score.points())), Score.plain(sure(score.maximum())));
    }

    private static <T> T sure(@Nullable T checked) {
        return Objects.requireNonNull(checked);
    }
}
