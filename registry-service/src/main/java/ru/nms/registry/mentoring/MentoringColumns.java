package ru.nms.registry.mentoring;

import java.util.List;

import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The base of mentors in files.
final class MentoringColumns {

    static final String MENTORSHIP = "Наставник: наставляемый; при повторах с датой начала в скобках";

    private MentoringColumns() {}

    static Columns mentorships(RegionProfile profile) {
        return Columns.of(
                Column.coded("form", List.of(Choice.of("PAIR", "Пара"), Choice.of("GROUP", "Группа")), "Форма").mandatory(),
                Column.coded("basis", List.of(Choice.of("SUBJECT", "По предмету"), Choice.of("MENTOR_YOUNG", "Наставник — молодой педагог"),
                        Choice.of("COMPETENCE_OWNER_LEARNER", "Носитель компетенции — обучающийся"), Choice.of("OTHER", "Иное")),
                        "Основание").mandatory(),
                Column.coded("level", profile.levels().stream().map(it -> Choice.of(it.code(), it.title())).toList(), "Уровень")
                        .mandatory(),
                Column.text("mentor", "Наставник").mandatory().withHint("ФИО; у однофамильцев — с датой рождения в скобках"),
                Column.text("mentee", "Наставляемые", "Наставляемый").multiple().mandatory(),
                Column.text("organisation", "Организация"),
                Column.text("municipality", "Муниципалитет", "МО"),
                Column.text("subject", "Предмет"),
                Column.text("programme", "Программа наставничества"),
                Column.of("reverse", Column.Kind.BOOL, "Обратное"),
                Column.date("since", "С").mandatory(),
                Column.date("until", "До").withHint("Первый день, когда уже не действует"),
                Column.coded("status", List.of(Choice.of("REQUESTED", "Запрошено"), Choice.of("ACCEPTED", "Идёт"),
                        Choice.of("DECLINED", "Отклонено"), Choice.of("COMPLETED", "Завершено"), Choice.of("CANCELLED", "Прекращено")),
                        "Состояние").withHint("Новое запрошено или идёт уже; дальше — действиями"),
                Column.text("result", "Результат").withHint("Только в выгрузке"));
    }
}
