package ru.nms.events.event;

import java.util.Arrays;
import java.util.List;

/// The closed list of kinds, with the words that people see.
enum EventKind {
    FORUM("Форум"),
    CONFERENCE("Конференция"),
    SEMINAR("Семинар"),
    WEBINAR("Вебинар"),
    WORKSHOP("Мастер-класс"),
    CONTEST("Конкурс"),
    ROUND_TABLE("Круглый стол"),
    TRAINING("Тренинг"),
    READINGS("Педагогические чтения"),
    METHOD_WEEK("Методическая неделя"),
    LESSON_VISIT("Посещение занятий"),
    STRATEGIC_SESSION("Стратегическая сессия"),
    CHAMPIONSHIP("Чемпионат"),
    SCHOOL("Школа");

    private final String title;

    EventKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
