package ru.nms.registry.person;

import java.util.List;

/// What somebody does in an organisation. Only some positions make a teacher; which organisations count is the region's
/// rule.
enum Position {
    TEACHER(true, "Учитель", "Преподаватель"),
    EDUCATOR(true, "Воспитатель"),
    ADDITIONAL_EDUCATION_TEACHER(true, "Педагог дополнительного образования"),
    PSYCHOLOGIST(true, "Педагог-психолог"),
    SPEECH_THERAPIST(true, "Учитель-логопед", "Логопед", "Учитель-дефектолог"),
    SOCIAL_PEDAGOGUE(true, "Социальный педагог"),
    INDUSTRIAL_TRAINING_MASTER(true, "Мастер производственного обучения"),
    METHODIST(false, "Методист"),
    HEAD(false, "Руководитель", "Директор", "Заведующий"),
    DEPUTY_HEAD(false, "Заместитель руководителя", "Заместитель директора", "Заместитель заведующего"),
    UNIT_HEAD(false, "Руководитель подразделения", "Руководитель структурного подразделения"),
    SPECIALIST(false, "Специалист"),
    OTHER(false, "Иная должность");

    private final boolean teaching;
    private final List<String> titles;

    Position(boolean teaching, String... titles) {
        this.teaching = teaching;
        this.titles = List.of(titles);
    }

    boolean teaching() {
        return teaching;
    }

    /// What people write; the first is shown.
    List<String> titles() {
        return titles;
    }
}
