package ru.nms.diagnostics.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.framework.Frameworks;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;

/// Figures over people, with words.
@Service
class AnalyticsService {

    private final CoverageStore coverages;
    private final DifficultyStore difficulties;
    private final CompetenceStore competences;
    private final Frameworks frameworks;
    private final PeopleStore people;
    private final Rulebook rules;

    AnalyticsService(CoverageStore coverages, DifficultyStore difficulties, CompetenceStore competences,
                     Frameworks frameworks, PeopleStore people, Rulebook rules) {
        this.coverages = coverages;
        this.difficulties = difficulties;
        this.competences = competences;
        this.frameworks = frameworks;
        this.people = people;
        this.rules = rules;
    }

    /// For those who see the region, every municipality is there, also one of which nothing is known.
    Mono<List<Coverage>> coverage(Question question, Caller caller) {
        return coverage(question, PeopleStore.of(caller), Scope.of(caller).region());
    }

    Mono<List<Coverage>> coverage(Question question, Scope.Condition scope, boolean whole) {
        return Mono.zip(coverages.count(question, scope).collectList(), people.names(question.by()), (counted, names) -> {
            var found = new HashMap<List<String>, Coverage>();
            if (whole && question.by() == By.MUNICIPALITY) {
                question.spans().forEach(span -> names.forEach((key, title) ->
                        found.put(List.of(key, span.name()), told(question, new CoverageStore.Counted(key, span.name(), 0, 0, 0, 0), title))));
            }
            counted.forEach(it -> found.put(List.of(it.key(), it.period()), told(question, it, title(it.key(), names))));
            return found.values().stream().sorted(Comparator.comparing(Coverage::order)).toList();
        });
    }

    private static Coverage told(Question question, CoverageStore.Counted counted, String title) {
        return question.competence() == null ? Coverage.of(counted, title) : Coverage.inArea(counted, title);
    }

    /// Group by group, the most frequent difficulty first.
    Mono<List<Difficulty>> difficulties(Question question, Scope.Condition scope) {
        return Mono.zip(difficulties.count(question, scope).collectList(), people.names(question.by()), (counted, names) -> {
            var groups = new LinkedHashMap<List<String>, Map<String, Long>>();
            counted.forEach(it -> groups.computeIfAbsent(List.of(it.key(), it.period(), it.competence()), fresh -> new LinkedHashMap<>())
                    .put(it.level(), it.people()));
            var found = new ArrayList<Difficulty>();
            groups.forEach((group, levels) -> found.add(difficulty(group, levels, names)));
            found.sort(Comparator.comparing(Difficulty::order));
            return found;
        });
    }

    /// By framework competences.
    Mono<List<Competence>> competences(Question question, UUID framework, Scope.Condition scope) {
        return Mono.zip(frameworks.tree(framework), frameworks.kin(framework).collectList(), frameworks.scales()).flatMap(known ->
                Mono.zip(competences.taken(question, known.getT2(), scope)
                        .collect(() -> new CompetenceTally(known.getT1(), known.getT3()), CompetenceTally::add), people.names(question.by()),
                        (tally, names) -> tally.told(key -> title(key, names))));
    }

    private Difficulty difficulty(List<String> group, Map<String, Long> levels, Map<String, String> names) {
        long measured = levels.values().stream().mapToLong(Long::longValue).sum();
        long weak = measured - levels.getOrDefault(Difficulty.NONE, 0L);
        var period = group.get(1).isEmpty() ? null : group.get(1);
        return new Difficulty(group.getFirst(), title(group.getFirst(), names), period, group.get(2), rules.title(group.get(2)), measured,
                weak, Difficulty.percent(weak, measured), levels);
    }

    private String title(String key, Map<String, String> names) {
        return switch (key) {
            case "REGION" -> "Регион";
            case "YOUNG" -> "Молодые педагоги";
            case "OTHER" -> "Остальные";
            default -> names.getOrDefault(key, rules.title(key));
        };
    }
}
