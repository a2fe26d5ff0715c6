package ru.nms.diagnostics.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import ru.nms.contracts.SurveyChanged.Figure;

/// Counts answers: question by question, how many gave which. Free texts are not counted.
final class Tally {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Long> answered = new TreeMap<>();
    private long sheets;

    /// @param closed the questions with a closed set of answers
    void add(Sheet sheet, List<String> closed) {
        sheets++;
        for (var question : closed) {
            var given = sheet.answers().getOrDefault(question, List.of());
            if (!given.isEmpty()) {
                answered.merge(question, 1L, Long::sum);
            }
            for (var answer : given) {
                counts.computeIfAbsent(question, fresh -> new TreeMap<>()).merge(answer, 1L, Long::sum);
            }
        }
    }

    long sheets() {
        return sheets;
    }

    /// Questions that everybody answered alike.
    Set<String> unanimous() {
        return counts.entrySet().stream().filter(question -> sheets > 0 && question.getValue().containsValue(sheets))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /// What is left without parts of it.
    Tally without(List<Tally> parts) {
        var rest = new Tally();
        rest.sheets = sheets - parts.stream().mapToLong(part -> part.sheets).sum();
        counts.forEach((question, answers) -> answers.forEach((answer, count) -> rest.counts.computeIfAbsent(question, fresh -> new TreeMap<>())
                .put(answer, count - parts.stream().mapToLong(part -> part.count(question, answer)).sum())));
        return rest;
    }

    private long count(String question, String answer) {
        return counts.getOrDefault(question, Map.of()).getOrDefault(answer, 0L);
    }

    /// A question that fewer than five answered is left out.
    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        counts.forEach((question, answers) -> {
            if (answered.getOrDefault(question, 0L) >= Disclosure.LEAST) {
                answers.forEach((answer, count) -> figures.add(new Figure(question, answer, count)));
            }
        });
        return figures;
    }
}
