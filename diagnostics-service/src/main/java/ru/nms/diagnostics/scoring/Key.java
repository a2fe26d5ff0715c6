package ru.nms.diagnostics.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// The right answer to a task. Only the part of the task's kind is there; an open task has none.
///
/// @param chosen    of a choice: the right options
/// @param order     of an ordering: all options
/// @param pairs     of a matching: the target of each option
/// @param tolerance how far a number may be off; absent means not at all
/// @param accepted  of a short text: what is right, whatever its case and spaces
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Key(@Nullable List<String> chosen, @Nullable List<String> order, @Nullable Map<String, String> pairs,
                  @Nullable BigDecimal number, @Nullable BigDecimal tolerance, @Nullable List<String> accepted) {

    private static final int MOST_TEXTS = 50;

    public static Key none() {
        return new Key(null, null, null, null, null, null);
    }

    public static Key chosen(String... options) {
        return new Key(List.of(options), null, null, null, null, null);
    }

    public static Key order(String... options) {
        return new Key(null, List.of(options), null, null, null, null);
    }

    public static Key pairs(Map<String, String> pairs) {
        return new Key(null, null, pairs, null, null, null);
    }

    public static Key number(String number, @Nullable String tolerance) {
        return new Key(null, null, null, new BigDecimal(number), tolerance == null ? null : new BigDecimal(tolerance),
                null);
    }

    public static Key accepted(String... texts) {
        return new Key(null, null, null, null, null, List.of(texts));
    }

    /// Whether this is a key to the task.
    ///
    /// @param pointer of the key
    public List<Fault> faults(TaskForm task, String pointer) {
        var faults = new Faults();
        for (var part : parts().entrySet()) {
            if (!mayHave(task.kind()).contains(part.getKey())) {
                Codes.absent(faults, pointer + "/" + part.getKey(), part.getValue());
            }
        }
        switch (task.kind()) {
            case SINGLE_CHOICE -> choice(faults, pointer + "/chosen", task, 1);
            case MULTIPLE_CHOICE -> choice(faults, pointer + "/chosen", task, task.options().size());
            case ORDERING -> ordering(faults, pointer + "/order", task);
            case MATCHING -> matching(faults, pointer + "/pairs", task);
            case NUMBER -> number(faults, pointer);
            case SHORT_TEXT -> texts(faults, pointer + "/accepted");
            case OPEN -> { }
        }
        return faults.found();
    }

    private Map<String, @Nullable Object> parts() {
        var parts = new java.util.LinkedHashMap<String, @Nullable Object>();
        parts.put("chosen", chosen);
        parts.put("order", order);
        parts.put("pairs", pairs);
        parts.put("number", number);
        parts.put("tolerance", tolerance);
        parts.put("accepted", accepted);
        return parts;
    }

    private static Set<String> mayHave(TaskKind kind) {
        return switch (kind) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> Set.of("chosen");
            case ORDERING -> Set.of("order");
            case MATCHING -> Set.of("pairs");
            case NUMBER -> Set.of("number", "tolerance");
            case SHORT_TEXT -> Set.of("accepted");
            case OPEN -> Set.of();
        };
    }

    private void choice(Faults faults, String pointer, TaskForm task, int most) {
        if (chosen == null) {
            faults.unless(false, Fault.at(pointer, "required"));
            return;
        }
        faults.unless(!chosen.isEmpty() && chosen.size() <= most, Fault.at(pointer, "size", 1, most));
        Codes.among(faults, pointer, chosen, task.options());
    }

    private void ordering(Faults faults, String pointer, TaskForm task) {
        if (order == null) {
            faults.unless(false, Fault.at(pointer, "required"));
            return;
        }
        Codes.among(faults, pointer, order, task.options());
        faults.unless(order.containsAll(task.options()), Fault.at(pointer, "every-option"));
    }

    private void matching(Faults faults, String pointer, TaskForm task) {
        if (pairs == null) {
            faults.unless(false, Fault.at(pointer, "required"));
            return;
        }
        Answer.pairing(faults, pointer, pairs, task);
        faults.unless(pairs.keySet().containsAll(task.options()), Fault.at(pointer, "every-option"));
    }

    private void number(Faults faults, String pointer) {
        if (number == null) {
            faults.unless(false, Fault.at(pointer + "/number", "required"));
        } else {
            Answer.digits(faults, pointer + "/number", number);
        }
        if (tolerance != null) {
            faults.unless(tolerance.signum() >= 0, Fault.at(pointer + "/tolerance", "not-negative"));
            Answer.digits(faults, pointer + "/tolerance", tolerance);
        }
    }

    private void texts(Faults faults, String pointer) {
        if (accepted == null) {
            faults.unless(false, Fault.at(pointer, "required"));
            return;
        }
        faults.unless(!accepted.isEmpty() && accepted.size() <= MOST_TEXTS, Fault.at(pointer, "size", 1, MOST_TEXTS));
        Codes.distinct(faults, pointer, accepted);
    }
}
