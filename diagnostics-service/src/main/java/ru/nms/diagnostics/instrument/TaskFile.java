package ru.nms.diagnostics.instrument;

import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.table.Column.Choice;

/// The words for tasks in files.
final class TaskFile {

    private TaskFile() {}

    static Choice choice(TaskKind kind) {
        return Choice.of(kind.name(), switch (kind) {
            case SINGLE_CHOICE -> "Один ответ";
            case MULTIPLE_CHOICE -> "Несколько ответов";
            case ORDERING -> "Порядок";
            case MATCHING -> "Соответствие";
            case NUMBER -> "Число";
            case SHORT_TEXT -> "Краткий ответ";
            case OPEN -> "Развёрнутый ответ";
        });
    }
}
