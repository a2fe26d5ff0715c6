package ru.nms.diagnostics.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
