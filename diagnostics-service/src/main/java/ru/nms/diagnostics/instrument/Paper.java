package ru.nms.diagnostics.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.scoring.Criterion;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.TaskForm;
import ru.nms.diagnostics.scoring.TaskKind;

/// An edition of an instrument with all its tasks and their keys, for those who give and score it. It is never an answer
/// over HTTP.
///
/// @param threshold percent of points from which a competence is mastered, by the instrument's scale
/// @param tasks     by block and number
public record Paper(UUID id, String code, int edition, String title, String procedure, String provider, UUID frameworkId,
                    @Nullable BigDecimal threshold, @Nullable Integer timeLimitMinutes, int variants, boolean approved,
                    List<Item> tasks) {

    /// A task.
    ///
    /// @param variant absent for a task of all variants
    /// @param area    of the region's profile to which its competence belongs
    /// @param options in the order in which they were entered; an ordering must be shown in another one, and under other codes
    /// @param key     absent while nobody has written it, and for open tasks
    public record Item(UUID id, String block, @Nullable Integer variant, int number, TaskKind kind, String competence,
                       @Nullable String area, String stem, List<Option> options, List<Option> targets, BigDecimal points,
                       List<Criterion> criteria, @Nullable Key key) {

        public TaskForm form() {
            return new TaskForm(kind, points, Option.codes(options), Option.codes(targets), criteria);
        }

        /// As somebody is shown it.
        public Item with(List<Option> shown, List<Option> shownTargets) {
            return new Item(id, block, variant, number, kind, competence, area, stem, shown, shownTargets, points, criteria, key);
        }

        boolean isIn(int wanted) {
            return variant == null || variant == wanted;
        }
    }

    /// The tasks that somebody with this variant takes.
    public List<Item> of(int variant) {
        return tasks.stream().filter(task -> task.isIn(variant)).toList();
    }

    public BigDecimal maximum(int variant) {
        return of(variant).stream().map(Item::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
