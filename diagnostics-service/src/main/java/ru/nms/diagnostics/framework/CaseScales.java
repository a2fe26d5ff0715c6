package ru.nms.diagnostics.framework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.framework.CasePackage.Criterion;
import ru.nms.diagnostics.framework.CasePackage.Extensions;
import ru.nms.diagnostics.framework.CasePackage.Level;
import ru.nms.diagnostics.framework.CasePackage.Rubric;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// A scale travels as a rubric of one criterion, whose levels are those of the scale. CASE knows no threshold: it stands in the
/// extensions, and a rubric without one is no scale.
final class CaseScales {

    private CaseScales() {}

    /// @param framework its identifier: the rubric has the same one wherever the framework is kept
    static Rubric rubric(UUID framework, Scale it, Instant changedAt) {
        var levels = IntStream.range(0, it.levels().size()).mapToObj(n -> level(framework, it, n, changedAt)).toList();
        var identifier = identifier(framework, "scale", it.code());
        var criterion = identifier(framework, "criterion", it.code());
        return new Rubric(identifier, CaseWriter.uri(identifier), it.title(), changedAt,
                List.of(new Criterion(criterion, CaseWriter.uri(criterion), 1, changedAt, levels)),
                new Extensions(it.code(), null, it.threshold()));
    }

    private static Level level(UUID framework, Scale scale, int n, Instant changedAt) {
        var it = scale.levels().get(n);
        var identifier = identifier(framework, "level", scale.code() + " " + it.code());
        return new Level(identifier, CaseWriter.uri(identifier), it.title(), it.from(), n + 1, changedAt, List.of(Extensions.code(it.code())));
    }

    static boolean isScale(Rubric it) {
        return it.extensions() != null && it.extensions().threshold() != null;
    }

    /// What a scale cannot do without.
    static Faults missing(Rubric it, String pointer) {
        var faults = new Faults().unless(it.title() != null, Fault.at(pointer + "/title", "required"))
                .unless(it.extensions() == null || it.extensions().code() != null, Fault.at(pointer + "/extensions/code", "required"));
        for (int c = 0; c < it.criteria().size(); c++) {
            var levels = it.criteria().get(c).levels();
            for (int n = 0; n < levels.size(); n++) {
                var at = pointer + "/CFRubricCriteria/" + c + "/CFRubricCriterionLevels/" + n;
                faults.unless(levels.get(n).quality() != null, Fault.at(at + "/quality", "required"))
                        .unless(levels.get(n).score() != null, Fault.at(at + "/score", "required"))
                        .unless(code(levels.get(n)) != null, Fault.at(at + "/extensions/0/code", "required"));
            }
        }
        return faults;
    }

    /// Only where nothing is missing.
    ///
    /// @param framework its id here
    static Scale scale(UUID framework, Rubric it) {
        var extensions = Objects.requireNonNull(it.extensions());
        return new Scale(framework, Objects.requireNonNull(extensions.code()), Objects.requireNonNull(it.title()),
                Objects.requireNonNull(extensions.threshold()), it.criteria().stream().flatMap(criterion -> criterion.levels().stream())
                .map(level -> new Scale.Level(Objects.requireNonNull(code(level)), Objects.requireNonNull(level.quality()),
                        Objects.requireNonNull(level.score()))).toList());
    }

    private static @Nullable String code(Level it) {
        return it.extensions() == null || it.extensions().isEmpty() ? null : it.extensions().getFirst().code();
    }

    private static UUID identifier(UUID framework, String kind, String code) {
        return UUID.nameUUIDFromBytes((kind + " " + framework + " " + code).getBytes(StandardCharsets.UTF_8));
    }
}
