package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.analytics.CompetenceStore.Taken;
import ru.nms.diagnostics.framework.CompetenceTree;
import ru.nms.diagnostics.framework.Mastery;
import ru.nms.diagnostics.framework.Scale;
import ru.nms.diagnostics.framework.Standing;
import ru.nms.diagnostics.framework.Standing.Measure;
import ru.nms.diagnostics.rule.Percent;

/// Adds up how people stand: each is rolled up by the rules of the framework, then counted in their groups. Pure.
final class CompetenceTally {

    private record Group(String key, String period, String competence) {}

    private static final class Sum {

        private final String title;
        private final Map<String, Long> levels = new TreeMap<>();
        private long measured;
        private long judged;
        private long mastered;
        private BigDecimal points = BigDecimal.ZERO;
        private BigDecimal maximum = BigDecimal.ZERO;

        Sum(String title) {
            this.title = title;
        }

        void add(Standing it) {
            measured++;
            points = points.add(it.points());
            maximum = maximum.add(it.maximum());
            judged += it.mastery() == Mastery.NO_DATA ? 0 : 1;
            mastered += it.mastery() == Mastery.MASTERED ? 1 : 0;
            if (it.level() != null) {
                levels.merge(it.level().code(), 1L, Long::sum);
            }
        }
    }

    private final CompetenceTree tree;
    private final Map<UUID, Scale> scales;
    private final Map<Group, Sum> sums = new HashMap<>();

    CompetenceTally(CompetenceTree tree, Map<UUID, Scale> scales) {
        this.tree = tree;
        this.scales = scales;
    }

    void add(Taken person) {
        var measured = new HashMap<String, Measure>();
        for (int n = 0; n < person.competences().size(); n++) {
            measured.put(person.competences().get(n), new Measure(person.points().get(n), person.maximums().get(n), scale(person.scales().get(n))));
        }
        tree.standings(measured).forEach(it -> person.keys().forEach(key ->
                sums.computeIfAbsent(new Group(key, person.period(), it.code()), fresh -> new Sum(it.title())).add(it)));
    }

    private @Nullable Scale scale(String id) {
        return id.isEmpty() ? null : scales.get(UUID.fromString(id));
    }

    /// @param titles of groups
    List<Competence> told(UnaryOperator<String> titles) {
        return sums.entrySet().stream().map(it -> told(it.getKey(), it.getValue(), titles)).toList();
    }

    private static Competence told(Group group, Sum sum, UnaryOperator<String> titles) {
        return new Competence(group.key(), titles.apply(group.key()), group.period().isEmpty() ? null : group.period(), group.competence(),
                sum.title, sum.measured, sum.maximum.signum() == 0 ? null : Percent.shown(sum.points, sum.maximum), sum.judged, sum.mastered,
                sum.judged == 0 ? null : Percent.shown(BigDecimal.valueOf(sum.mastered), BigDecimal.valueOf(sum.judged)), sum.levels);
    }
}
