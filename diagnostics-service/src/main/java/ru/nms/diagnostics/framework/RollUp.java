package ru.nms.diagnostics.framework;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// When the competences below make the one above.
///
/// @param minimum    of POINTS: so many points are needed
/// @param points     of POINTS: what a competence below gives when it is mastered; one that is not named gives 1
/// @param expression of EXPRESSION: codes of competences below, `and`, `or`, parentheses
@JsonInclude(JsonInclude.Include.NON_NULL)
record RollUp(@NotNull Rule rule, @Nullable @Min(1) @Max(100_000) Integer minimum,
              @Nullable @Size(max = 200) Map<@NotBlank String, @NotNull @Min(0) @Max(1000) Integer> points,
              @Nullable @Size(max = 2000) String expression) {

    enum Rule { ALL, POINTS, EXPRESSION }

    static RollUp all() {
        return new RollUp(Rule.ALL, null, null, null);
    }

    /// @param below the competences below and how they stand
    Mastery of(Map<String, Mastery> below) {
        return switch (rule) {
            case ALL -> Mastery.all(below.values());
            case POINTS -> points(below);
            case EXPRESSION -> Formula.parse(Objects.requireNonNull(expression))
                    .of(code -> below.getOrDefault(code, Mastery.NO_DATA));
        };
    }

    /// A yes when the mastered ones give enough; a no when not even all that are yet unknown could.
    private Mastery points(Map<String, Mastery> below) {
        int needed = Objects.requireNonNull(minimum);
        if (sum(below, Mastery.MASTERED) >= needed) {
            return Mastery.MASTERED;
        }
        return sum(below, Mastery.MASTERED) + sum(below, Mastery.NO_DATA) >= needed ? Mastery.NO_DATA : Mastery.NOT_MASTERED;
    }

    private int sum(Map<String, Mastery> below, Mastery which) {
        return below.entrySet().stream().filter(it -> it.getValue() == which).mapToInt(it -> worth(it.getKey())).sum();
    }

    private int worth(String code) {
        return points == null ? 1 : points.getOrDefault(code, 1);
    }

    /// What is wrong with it by itself.
    Faults check(String pointer) {
        var faults = new Faults()
                .unless(rule == Rule.POINTS || minimum == null, Fault.at(pointer + "/minimum", "not-allowed"))
                .unless(rule == Rule.POINTS || points == null, Fault.at(pointer + "/points", "not-allowed"))
                .unless(rule == Rule.EXPRESSION || expression == null, Fault.at(pointer + "/expression", "not-allowed"))
                .unless(rule != Rule.POINTS || minimum != null, Fault.at(pointer + "/minimum", "required"))
                .unless(rule != Rule.EXPRESSION || expression != null, Fault.at(pointer + "/expression", "required"));
        if (rule == Rule.EXPRESSION && expression != null) {
            try {
                Formula.parse(expression);
            } catch (IllegalArgumentException e) {
                faults.unless(false, Fault.at(pointer + "/expression", "unreadable-expression", String.valueOf(e.getMessage())));
            }
        }
        return faults;
    }

    /// Whether it speaks of these competences alone, and can ever be fulfilled.
    Faults check(String pointer, Set<String> below) {
        var faults = new Faults().unless(!below.isEmpty(), Fault.at(pointer, "nothing-below"));
        named().stream().filter(code -> !below.contains(code)).sorted()
                .forEach(code -> faults.unless(false, Fault.at(pointer, "not-below", code)));
        return faults.unless(rule != Rule.POINTS || below.stream().mapToInt(this::worth).sum() >= Objects.requireNonNull(minimum),
                Fault.at(pointer + "/minimum", "out-of-reach"));
    }

    private Set<String> named() {
        return switch (rule) {
            case ALL -> Set.of();
            case POINTS -> points == null ? Set.of() : points.keySet();
            case EXPRESSION -> Formula.parse(Objects.requireNonNull(expression)).names();
        };
    }
}
