package ru.nms.diagnostics.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// What somebody answered. Only the part of the task's kind may be there; without it the answer is empty: taken back.
///
/// @param chosen options, of a single choice one
/// @param order  all options
/// @param pairs  options and their targets; those that the person did not pair are left out
/// @param text   short, or the open answer
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(@Nullable List<String> chosen, @Nullable List<String> order, @Nullable Map<String, String> pairs,
                     @Nullable BigDecimal number, @Nullable String text) {

    private static final int SHORT = 200;
    private static final int LONG = 20_000;
    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 9;

    public static Answer none() {
        return new Answer(null, null, null, null, null);
    }

    public static Answer chosen(String... options) {
        return new Answer(List.of(options), null, null, null, null);
    }

    public static Answer order(String... options) {
        return new Answer(null, List.of(options), null, null, null);
    }

    public static Answer pairs(Map<String, String> pairs) {
        return new Answer(null, null, pairs, null, null);
    }

    public static Answer number(String number) {
        return new Answer(null, null, null, new BigDecimal(number), null);
    }

    public static Answer text(String text) {
        return new Answer(null, null, null, null, text);
    }

    /// Whether this can be an answer to the task, right or wrong.
    ///
    /// @param pointer of the answer
    public List<Fault> faults(TaskForm task, String pointer) {
        var faults = new Faults();
        var own = switch (task.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> "chosen";
            case ORDERING -> "order";
            case MATCHING -> "pairs";
            case NUMBER -> "number";
            case SHORT_TEXT, OPEN -> "text";
        };
        parts().forEach((name, part) -> {
            if (name.equals(own)) {
                check(faults, pointer + "/" + name, task);
            } else {
                Codes.absent(faults, pointer + "/" + name, part);
            }
        });
        return faults.found();
    }

    private Map<String, @Nullable Object> parts() {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("chosen", chosen);
        parts.put("order", order);
        parts.put("pairs", pairs);
        parts.put("number", number);
        parts.put("text", text);
        return parts;
    }

    private void check(Faults faults, String pointer, TaskForm task) {
        switch (task.kind()) {
            case SINGLE_CHOICE -> {
                choice(faults, pointer, task);
                faults.unless(chosen == null || chosen.size() <= 1, Fault.at(pointer, "size", 0, 1));
            }
            case MULTIPLE_CHOICE -> choice(faults, pointer, task);
            case ORDERING -> ordering(faults, pointer, task);
            case MATCHING -> pairing(faults, pointer, pairs == null ? Map.of() : pairs, task);
            case NUMBER -> digits(faults, pointer, number);
            case SHORT_TEXT -> length(faults, pointer, SHORT);
            case OPEN -> length(faults, pointer, LONG);
        }
    }

    private void choice(Faults faults, String pointer, TaskForm task) {
        Codes.among(faults, pointer, chosen == null ? List.of() : chosen, task.options());
    }

    private void ordering(Faults faults, String pointer, TaskForm task) {
        if (order != null && !order.isEmpty()) {
            Codes.among(faults, pointer, order, task.options());
            faults.unless(order.containsAll(task.options()), Fault.at(pointer, "every-option"));
        }
    }

    static void pairing(Faults faults, String pointer, Map<String, String> pairs, TaskForm task) {
        var targets = new HashSet<@Nullable String>(task.targets());
        var options = new HashSet<>(task.options());
        pairs.forEach((option, target) -> faults
                .unless(options.contains(option), Fault.at(pointer, "unknown-option", String.valueOf(option)))
                .unless(targets.contains(target), Fault.at(pointer, "unknown-option", String.valueOf(target))));
    }

    static void digits(Faults faults, String pointer, @Nullable BigDecimal number) {
        if (number != null) {
            var plain = number.stripTrailingZeros();
            faults.unless(plain.scale() <= DECIMALS && (long) plain.precision() - plain.scale() <= WHOLE_DIGITS,
                    Fault.at(pointer, "digits", WHOLE_DIGITS, DECIMALS));
        }
    }

    private void length(Faults faults, String pointer, int most) {
        faults.unless(text == null || text.length() <= most, Fault.at(pointer, "size", 0, most));
    }
}
