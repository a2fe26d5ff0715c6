package ru.nms.diagnostics.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.scoring.Criterion;
import ru.nms.diagnostics.scoring.TaskForm;
import ru.nms.diagnostics.scoring.TaskKind;

/// A task of an instrument, without its key: that is written and kept apart.
///
/// @param block       part of the instrument, for example of one competence area
/// @param variant     in which alone it stands; absent for a task of all variants
/// @param number      its place in the block
/// @param competence  code of a competence of the instrument's framework
/// @param targets     what options are paired with
/// @param points      for a full answer
/// @param criteria    by which an open answer is judged
/// @param keyRevision how often its key was written
record Task(@NotNull UUID instrumentId, @NotBlank @Size(max = 100) String block, @Nullable @Min(1) @Max(20) Integer variant,
            @NotNull @Min(1) @Max(1000) Integer number, @NotNull TaskKind kind, @NotBlank @Size(max = 100) String competence,
            @NotBlank @Size(max = 8000) String stem, @Size(max = 30) List<@NotNull @Valid Option> options,
            @Size(max = 30) List<@NotNull @Valid Option> targets, @NotNull @Min(1) @Max(1000) Integer points,
            @Size(max = 20) List<@NotNull @Valid Criterion> criteria, @Nullable Integer keyRevision) {

    Task {
        options = options == null ? List.of() : List.copyOf(options);
        targets = targets == null ? List.of() : List.copyOf(targets);
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }

    /// What scoring must know of it.
    TaskForm form() {
        return new TaskForm(kind, BigDecimal.valueOf(points), Option.codes(options), Option.codes(targets), criteria);
    }

    /// After its key was written once more: whoever compares versions cannot learn whether the key is another one.
    Task keyed() {
        return with(Objects.requireNonNullElse(keyRevision, 0) + 1);
    }

    Task with(@Nullable Integer revision) {
        return new Task(instrumentId, block, variant, number, kind, competence, stem, options, targets, points, criteria, revision);
    }

    /// A copy in another edition.
    static Task of(Paper.Item item, UUID edition) {
        return new Task(edition, item.block(), item.variant(), item.number(), item.kind(), item.competence(), item.stem(),
                item.options(), item.targets(), item.points().intValueExact(), item.criteria(), item.key() == null ? 0 : 1);
    }
}
