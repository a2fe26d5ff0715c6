package ru.nms.diagnostics.result;

import java.util.List;

import ru.nms.diagnostics.result.ResultResource.View;
import ru.nms.diagnostics.rule.Percent;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.table.Table;

/// Results as a table: a row each, with the shares of the competences side by side in one cell.
final class ResultTable {

    private ResultTable() {}

    static Table<View> of(Rulebook rules) {
        return Table.<View>named("results")
                .column("id", "Идентификатор", View::id)
                .column("personId", "Человек (идентификатор)", View::personId)
                .column("procedure", "Процедура", view -> rules.title(view.procedure()))
                .column("provider", "Кто проводил", view -> rules.title(view.provider()))
                .column("takenOn", "Дата", View::takenOn)
                .column("occasion", "Повод", View::occasion)
                .column("round", "Раунд", View::round)
                .column("passed", "Пройдено", View::passed)
                .column("scores", "Доли баллов по компетенциям, %", view -> scores(view, rules));
    }

    private static List<String> scores(View view, Rulebook rules) {
        return view.scores().stream().map(score -> rules.title(score.competence()) + ": "
                + Percent.shown(score.points(), score.maximum()).toPlainString().replace('.', ',')).toList();
    }
}
