package ru.nms.registry.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// One step of a status path: which status was reached, when, and by which act.
public record Step(String status, LocalDate on, @Nullable Act act, @Nullable String note) {

    /// What somebody says who takes a step.
    public record Draft(@NotNull LocalDate on, @Nullable @Valid Act act, @Nullable @Size(min = 1, max = 2000) String note) {

        public Step to(Enum<?> status) {
            return new Step(status.name(), on, act, note);
        }
    }

    public static List<Step> add(List<Step> steps, Step next) {
        return Stream.concat(steps.stream(), Stream.of(next)).toList();
    }
}
