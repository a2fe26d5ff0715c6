package ru.nms.diagnostics.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import ru.nms.contracts.SurveyChanged.Figure;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.survey.FigureResource.Group;
import ru.nms.diagnostics.survey.FigureResource.Line;
import ru.nms.diagnostics.survey.SurveyForm.Option;
import ru.nms.platform.document.Document;
import ru.nms.platform.table.Table;

/// Figures of surveys as tables, in words.
final class SurveyTables {

    private SurveyTables() {}

    /// @param question as it was asked
    /// @param answer   as it could be chosen
    record Words(String question, String answer) {}

    static Words words(List<SurveyForm> forms, Figure figure) {
        return forms.stream().flatMap(form -> form.questions().stream())
                .filter(question -> question.code().equals(figure.question())).findFirst()
                .map(question -> new Words(question.title(), Objects.requireNonNullElse(question.options(), List.<Option>of()).stream()
                        .filter(option -> option.code().equals(figure.answer())).map(Option::title).findFirst().orElse(figure.answer())))
                .orElseGet(() -> new Words(figure.question(), figure.answer()));
    }

    static Table<Group> groups(Rulebook rules) {
        return Table.<Group>named("survey-figures")
                .column("roundId", "Опрос (идентификатор)", Group::roundId)
                .column("by", "Разрез", group -> title(group.by(), rules))
                .column("value", "Значение", group -> group.value() == null ? null : title(group.value(), rules))
                .column("crossed", "Второй разрез", group -> group.crossed() == null ? null : title(group.crossed(), rules))
                .column("crossedValue", "Значение второго разреза",
                        group -> group.crossedValue() == null ? null : title(group.crossedValue(), rules))
                .column("answers", "Ответивших", Group::answers)
                .column("figures", "Ответы", group -> group.figures().stream()
                        .map(figure -> "%s %s: %d".formatted(figure.question(), figure.answer(), figure.count())).toList());
    }

    static Table<Line> lines(Rulebook rules) {
        return Table.<Line>named("survey-report")
                .column("round", "Опрос", line -> line.round().title())
                .column("programmeId", "Программа (идентификатор)", line -> line.round().programmeId())
                .column("trainingEndedOn", "Обучение закончено", line -> line.round().trainingEndedOn())
                .column("by", "Разрез", line -> title(line.told().by(), rules))
                .column("value", "Значение", line -> title(line.told().value(), rules))
                .column("crossed", "Второй разрез", line -> title(line.told().crossed(), rules))
                .column("crossedValue", "Значение второго разреза", line -> title(line.told().crossedValue(), rules))
                .column("answers", "Ответивших", line -> line.told().answers())
                .column("question", "Вопрос", Line::question)
                .column("answer", "Ответ", Line::answer)
                .column("count", "Число ответов", Line::count)
                .column("share", "Доля, %", Line::share);
    }

    /// For each round: who answered, what was found, and each question as a chart.
    static Document document(String title, FigureResource.Report report, Rulebook rules) {
        var document = Document.titled("%s, %d год".formatted(title, report.year()));
        if (report.rounds().isEmpty()) {
            document.paragraph("Нет данных: опросов за этот год не было.");
        }
        var table = lines(rules);
        for (var asked : report.rounds()) {
            var round = asked.round();
            document.heading(round.title());
            document.paragraph("С %s по %s. %s".formatted(round.since(), round.until().minusDays(1), round.answers() == null
                    ? "Ответов нет или меньше пяти." : "Ответов: %d. Группы меньше пяти человек не показаны.".formatted(round.answers())));
            if (round.analysis() != null) {
                document.paragraph(round.analysis());
            }
            var lines = FigureResource.lines(new FigureResource.Report(report.kind(), report.year(), List.of(asked)));
            charts(document, lines);
            document.table(table.titles(), lines.stream().map(table::row).toList());
        }
        return document;
    }

    private static void charts(Document document, List<Line> lines) {
        lines.stream().filter(line -> line.told().crossed().isEmpty() && List.of("REGION", "RESPONDENT").contains(line.told().by()))
                .collect(Collectors.groupingBy(line -> line.question() + (line.told().value().isEmpty() ? "" : " — " + line.told().value()),
                        LinkedHashMap::new, Collectors.toList()))
                .forEach((question, answers) -> document.chart(question + ", %", answers.stream()
                        .map(line -> new Document.Bar(line.answer(), line.share())).toList()));
    }

    private static String title(String code, Rulebook rules) {
        return switch (code) {
            case "REGION" -> "Регион";
            case "RESPONDENT" -> "Кто отвечал";
            case "MUNICIPALITY" -> "Муниципалитет";
            case "SUBJECT" -> "Предмет";
            case "AGE" -> "Возраст";
            case "SEX" -> "Пол";
            case "CATEGORY" -> "Категория";
            case "EDUCATION" -> "Образование";
            case "HEAD" -> "Руководитель";
            case "DEPUTY_OR_METHODIST" -> "Заместитель руководителя, методист, РМА";
            case "TEACHER" -> "Педагог";
            case "MMS" -> "ММС";
            case "TEAM" -> "Команда";
            case Disclosure.OTHER -> "Прочие вместе";
            default -> rules.title(code);
        };
    }
}
