package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A way to group municipalities. Membership is written at the municipality: `groupings` names units.
///
/// @param tasks       what every unit is there for
/// @param tasksSource where they are listed
public record Grouping(String code, String title, String level, @Nullable Integer count, @Nullable String centreRule,
                       List<Unit> units, List<CodedTitle> tasks, @Nullable Source tasksSource, @Nullable Source source) {

    /// One group. `centre` is the code of a municipality.
    public record Unit(String code, @Nullable String name, @Nullable String centre, @Nullable String branch,
                       @Nullable Integer count, @Nullable Source source) {}

    public Grouping {
        units = Copies.list(units);
        tasks = Copies.list(tasks);
    }
}
