package ru.nms.diagnostics.deficit;

import ru.nms.diagnostics.deficit.DeficitResource.View;
import ru.nms.diagnostics.deficit.StrengthResource.Strength;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.table.Table;

/// Deficits and strengths as tables, with the reasoning in words.
final class DeficitTable {

    private DeficitTable() {}

    static Table<View> of(Rulebook rules) {
        return Table.<View>named("deficits")
                .column("id", "Идентификатор", View::id)
                .column("personId", "Человек (идентификатор)", View::personId)
                .column("competence", "Компетенция", view -> rules.title(view.competence()))
                .column("level", "Уровень дефицита", view -> rules.title(view.level()))
                .column("status", "Состояние", view -> status(view.status()))
                .column("openedOn", "Выявлен", View::openedOn)
                .column("closedOn", "Закрыт", View::closedOn)
                .column("priority", "Приоритет: школа с низкими результатами", View::priority)
                .column("workedOnBy", "Работа по маршрутам", view -> view.workedOnBy().stream()
                        .map(work -> rules.title(work.kind()) + ": " + rules.title(work.status())).toList())
                .column("why", "Обоснование", view -> view.why().stream().map(Why::text).toList());
    }

    static Table<Strength> strengths(Rulebook rules) {
        return Table.<Strength>named("strengths")
                .column("personId", "Человек (идентификатор)", Strength::personId)
                .column("competence", "Компетенция", strength -> rules.title(strength.competence()))
                .column("why", "Обоснование", strength -> strength.why().text());
    }

    private static String status(Deficit.Status status) {
        return switch (status) {
            case OPEN -> "Открыт";
            case CLOSED -> "Закрыт";
        };
    }
}
