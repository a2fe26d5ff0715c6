package ru.nms.diagnostics.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// How many points an answer earns. An empty answer earns none; nobody loses points they have.
///
/// | kind | rule | from |
/// | --- | --- | --- |
/// | single choice | all or nothing | |
/// | multiple choice | the share of right options that were chosen; nothing when more are chosen than are right | Ripkey, Case, Swanson (1996), Academic Medicine 71 |
/// | ordering | Kendall's tau of the order given and the right one, where positive: a random order earns nothing on average | Kendall (1938), Biometrika 30 |
/// | matching | the share of options with their right target | IMS QTI 2.1, `map_response` |
/// | number | all or nothing, within an absolute tolerance, its ends included | IMS QTI 2.1, `equal` |
/// | short text | all or nothing; case, surplus blanks and ё do not matter | IMS QTI 2.1, `stringMatch` |
/// | open | the weighted mean of the marks, each as a share of its highest | |
public final class Scoring {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int DECIMALS = 3;

    private Scoring() {}

    /// Points for an answer that a machine can judge.
    ///
    /// @param answer one that fits the task
    public static BigDecimal points(TaskForm task, Key key, @Nullable Answer answer) {
        if (answer == null) {
            return BigDecimal.ZERO;
        }
        return switch (task.kind()) {
            case SINGLE_CHOICE -> whole(task, !chosen(answer).isEmpty() && chosen(answer).equals(sure(key.chosen())));
            case MULTIPLE_CHOICE -> choice(task, sure(key.chosen()), chosen(answer));
            case ORDERING -> ordering(task, sure(key.order()), answer.order());
            case MATCHING -> matching(task, sure(key.pairs()), answer.pairs());
            case NUMBER -> whole(task, near(key, answer.number()));
            case SHORT_TEXT -> whole(task, accepts(sure(key.accepted()), answer.text()));
            case OPEN -> throw new IllegalArgumentException("an open answer is judged by people");
        };
    }

    /// Points for an open answer by the marks of one judge.
    ///
    /// @param marks a mark for each criterion, which [Marks#faults] found to fit
    public static BigDecimal points(TaskForm task, Marks marks) {
        var earned = BigDecimal.ZERO;
        int weights = 0;
        for (var criterion : task.criteria()) {
            earned = earned.add(BigDecimal.valueOf((long) criterion.weight() * marks.of(criterion))
                    .divide(BigDecimal.valueOf(criterion.levels()), MathContext.DECIMAL64));
            weights += criterion.weight();
        }
        return rounded(task.points().multiply(earned).divide(BigDecimal.valueOf(weights), MathContext.DECIMAL64));
    }

    private static BigDecimal whole(TaskForm task, boolean right) {
        return right ? task.points() : BigDecimal.ZERO;
    }

    private static List<String> chosen(Answer answer) {
        return Objects.requireNonNullElse(answer.chosen(), List.of());
    }

    private static BigDecimal choice(TaskForm task, List<String> right, List<String> chosen) {
        var hits = new HashSet<>(chosen);
        hits.retainAll(right);
        return chosen.size() > right.size() ? BigDecimal.ZERO : share(task, hits.size(), right.size());
    }

    private static BigDecimal ordering(TaskForm task, List<String> right, @Nullable List<String> given) {
        if (given == null || given.isEmpty()) {
            return BigDecimal.ZERO;
        }
        int agreeing = 0;
        int pairs = 0;
        for (int first = 0; first < given.size(); first++) {
            for (int second = first + 1; second < given.size(); second++) {
                agreeing += right.indexOf(given.get(first)) < right.indexOf(given.get(second)) ? 1 : -1;
                pairs++;
            }
        }
        return share(task, Math.max(agreeing, 0), pairs);
    }

    private static BigDecimal matching(TaskForm task, Map<String, String> right, @Nullable Map<String, String> given) {
        var pairs = given == null ? Map.<String, String>of() : given;
        return share(task, right.entrySet().stream().filter(pair -> pair.getValue().equals(pairs.get(pair.getKey()))).count(),
                right.size());
    }

    private static boolean near(Key key, @Nullable BigDecimal given) {
        return given != null && given.subtract(sure(key.number())).abs()
                .compareTo(Objects.requireNonNullElse(key.tolerance(), BigDecimal.ZERO)) <= 0;
    }

    private static boolean accepts(List<String> accepted, @Nullable String given) {
        return given != null && !given.isBlank() && accepted.stream().map(Scoring::plain).anyMatch(plain(given)::equals);
    }

    private static String plain(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static BigDecimal share(TaskForm task, long part, long of) {
        return rounded(task.points().multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(of), MathContext.DECIMAL64));
    }

    /// Thousandths, as results have them; never more than the task gives.
    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static <T> T sure(@Nullable T part) {
        return Objects.requireNonNull(part, "the key does not fit the task");
    }
}
