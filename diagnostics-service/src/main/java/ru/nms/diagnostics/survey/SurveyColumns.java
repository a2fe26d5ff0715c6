package ru.nms.diagnostics.survey;

import java.util.List;

import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// What files show of forms, a row for each question, and of rounds.
final class SurveyColumns {

    private static final Column KIND = Column.coded("kind", List.of(Choice.of("DELAYED_RESULT", "Отсроченные результаты"),
            Choice.of("TRAINING_REQUEST", "Запрос на обучение"), Choice.of("SERVICE_SATISFACTION", "Удовлетворённость службой"),
            Choice.of("BURNOUT", "Выгорание")), "Вид опроса").mandatory();

    static final Columns FORMS = Columns.of(KIND, Column.text("title", "Форма").mandatory(),
            Column.coded("respondent", List.of(Choice.of("HEAD", "Руководитель"), Choice.of("DEPUTY_OR_METHODIST", "Заместитель или методист"),
                    Choice.of("TEACHER", "Педагог"), Choice.of("MMS", "Методическая служба"), Choice.of("TEAM", "Команда")), "Респонденты"),
            Column.text("questions.code", "Код вопроса"), Column.text("questions.title", "Вопрос"),
            Column.coded("questions.answering", List.of(Choice.of("SINGLE", "Один вариант"), Choice.of("MULTIPLE", "Несколько вариантов"),
                    Choice.of("SCALE", "Шкала"), Choice.of("TEXT", "Текст")), "Ответ"),
            Column.of("questions.required", Column.Kind.BOOL, "Обязательный"));

    static final Columns ROUNDS = Columns.of(KIND, Column.text("title", "Опрос").mandatory(),
            Column.of("year", Column.Kind.INTEGER, "Год").mandatory(), Column.date("since", "С").mandatory(),
            Column.date("until", "До").mandatory(), Column.date("trainingEndedOn", "Обучение закончилось"),
            Column.coded("status", List.of(Choice.of("PLANNED", "Запланирован"), Choice.of("OPEN", "Идёт"),
                    Choice.of("CLOSED", "Завершён"), Choice.of("ANALYSED", "Проанализирован")), "Статус"),
            Column.of("answers", Column.Kind.INTEGER, "Ответов"), Column.text("analysis", "Анализ"));

    private SurveyColumns() {}
}
