package ru.nms.platform.region;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;

/// The units into which the region groups its municipalities, and their tasks: one rule for all that refers to them in
/// its fields `groupingUnit` and `groupingTask`. Every fault names the clause.
public record Districts(RegionProfile profile) {

    public List<Fault> check(@Nullable String unit, @Nullable String task) {
        if (unit == null) {
            return task == null ? List.of() : List.of(withoutUnit());
        }
        return of(unit).map(grouping -> task == null ? List.<Fault>of() : check(grouping, task))
                .orElseGet(() -> List.of(unknown()));
    }

    /// The name of a unit for people; its code where the source has no name, or no longer such a unit.
    public @Nullable String unitTitle(@Nullable String unit) {
        return all().stream().flatMap(grouping -> grouping.units().stream()).filter(each -> each.code().equals(unit))
                .map(Grouping.Unit::name).filter(Objects::nonNull).findFirst().orElse(unit);
    }

    public @Nullable String taskTitle(@Nullable String unit, @Nullable String task) {
        return all().stream().filter(grouping -> has(grouping, unit)).flatMap(grouping -> grouping.tasks().stream())
                .filter(each -> each.code().equals(task)).map(CodedTitle::title).findFirst().orElse(task);
    }

    private Fault withoutUnit() {
        return all().isEmpty() ? nowhere("/groupingTask") : Fault.at("/groupingUnit", "grouping-unit-required")
                .under(clause(all().stream().map(Districts::source)));
    }

    private Fault unknown() {
        return all().isEmpty() ? nowhere("/groupingUnit") : Fault.at("/groupingUnit", "no-such-grouping-unit",
                codes(all().stream().flatMap(grouping -> grouping.units().stream()).map(Grouping.Unit::code)))
                .under(clause(all().stream().map(Grouping::source)));
    }

    /// What says how the region is divided says also that it has no such units.
    private Fault nowhere(String pointer) {
        var levels = profile.levels().stream().filter(Level::inRegion).map(Level::source);
        return Fault.at(pointer, "no-groupings").under(clause(Stream.concat(Stream.ofNullable(profile.territory().source()), levels)
                .filter(Objects::nonNull).limit(1)));
    }

    private List<Fault> check(Grouping grouping, String task) {
        if (grouping.tasks().stream().anyMatch(each -> each.code().equals(task))) {
            return List.of();
        }
        var fault = grouping.tasks().isEmpty() ? Fault.at("/groupingTask", "no-grouping-tasks", grouping.title())
                : Fault.at("/groupingTask", "no-such-grouping-task", codes(grouping.tasks().stream().map(CodedTitle::code)));
        return List.of(fault.under(clause(Stream.ofNullable(source(grouping)))));
    }

    private Optional<Grouping> of(String unit) {
        return all().stream().filter(grouping -> has(grouping, unit)).findFirst();
    }

    private static boolean has(Grouping grouping, @Nullable String unit) {
        return grouping.units().stream().anyMatch(each -> each.code().equals(unit));
    }

    private List<Grouping> all() {
        return profile.territory().groupings();
    }

    private static @Nullable Source source(Grouping grouping) {
        return grouping.tasksSource() == null ? grouping.source() : grouping.tasksSource();
    }

    private static String codes(Stream<String> codes) {
        return codes.collect(Collectors.joining(", "));
    }

    private @Nullable String clause(Stream<? extends @Nullable Source> sources) {
        var cited = sources.filter(Objects::nonNull).map(profile::cite).distinct().collect(Collectors.joining("; "));
        return cited.isEmpty() ? null : cited;
    }
}
