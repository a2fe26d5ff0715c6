package ru.nms.diagnostics.analytics;

import ru.nms.platform.table.Table;

/// Figures as tables.
final class AnalyticsTables {

    static final Table<Coverage> COVERAGE = Table.<Coverage>named("coverage")
            .column("title", "Группа", Coverage::title)
            .column("period", "Период", Coverage::period)
            .column("staff", "Всего работников", Coverage::staff)
            .column("diagnosed", "Прошли диагностику", Coverage::diagnosed)
            .column("invited", "Приглашены", Coverage::invited)
            .column("percent", "Охват, %", Coverage::percent)
            .column("noData", "Нет данных", Coverage::noData);

    static final Table<Coverage> COVERAGE_OF_AREA = Table.<Coverage>named("coverage")
            .column("title", "Группа", Coverage::title)
            .column("period", "Период", Coverage::period)
            .column("staff", "Всего работников", Coverage::staff)
            .column("diagnosedAtAll", "Прошли любую диагностику", Coverage::diagnosedAtAll)
            .column("diagnosed", "Прошли диагностику по области", Coverage::diagnosed)
            .column("invited", "Приглашены", Coverage::invited)
            .column("percent", "Доля от прошедших любую, %", Coverage::percent)
            .column("noData", "Нет данных", Coverage::noData);

    static final Table<Difficulty> DIFFICULTIES = Table.<Difficulty>named("difficulties")
            .column("title", "Группа", Difficulty::title)
            .column("period", "Период", Difficulty::period)
            .column("competenceTitle", "Область компетенций", Difficulty::competenceTitle)
            .column("measured", "Оценено", Difficulty::measured)
            .column("weak", "С дефицитом", Difficulty::weak)
            .column("percent", "Доля с дефицитом, %", Difficulty::percent);

    static final Table<Competence> COMPETENCES = Table.<Competence>named("competences")
            .column("title", "Группа", Competence::title)
            .column("period", "Период", Competence::period)
            .column("competenceTitle", "Компетенция", Competence::competenceTitle)
            .column("measured", "Оценено", Competence::measured)
            .column("percent", "Набрано баллов, %", Competence::percent)
            .column("mastered", "Достигли порога", Competence::mastered)
            .column("share", "Достигли порога, %", Competence::share);

    static final Table<DeficitMap.Cell> MAP = Table.<DeficitMap.Cell>named("deficit-map")
            .column("title", "Муниципалитет", DeficitMap.Cell::title)
            .column("competenceTitle", "Область компетенций", DeficitMap.Cell::competenceTitle)
            .column("measured", "Оценено", DeficitMap.Cell::measured)
            .column("weak", "С дефицитом", DeficitMap.Cell::weak)
            .column("percent", "Доля с дефицитом, %", DeficitMap.Cell::percent)
            .column("state", "Примечание", cell -> switch (cell.state()) {
                case TOLD -> null;
                case WITHHELD -> "Скрыто: слишком мало людей";
                case NO_DATA -> "Нет данных";
            });

    static final Table<Literacy> LITERACY = Table.<Literacy>named("functional-literacy")
            .column("title", "Территория", Literacy::title)
            .column("base", "Педагоги и выпускники", Literacy::base)
            .column("participants", "Участники", Literacy::participants)
            .column("passed", "Справились", Literacy::passed)
            .column("participation", "Доля участников, %", Literacy::participation)
            .column("passedOfBase", "Справились от всех, %", Literacy::passedOfBase)
            .column("passedOfParticipants", "Справились от участников, %", Literacy::passedOfParticipants)
            .column("participationTarget", "Цель: доля участников, %", Literacy::participationTarget)
            .column("passedTarget", "Цель: справились, %", Literacy::passedTarget);

    private AnalyticsTables() {}
}
