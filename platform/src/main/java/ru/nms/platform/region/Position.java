package ru.nms.platform.region;

import java.util.List;

/// What somebody does in an organisation. Only some positions make a teacher; which organisations count is the region's
/// rule.
public enum Position {
    TEACHER(Kind.TEACHING, "Учитель", "Преподаватель"),
    EDUCATOR(Kind.TEACHING, "Воспитатель"),
    ADDITIONAL_EDUCATION_TEACHER(Kind.TEACHING, "Педагог дополнительного образования"),
    PSYCHOLOGIST(Kind.TEACHING, "Педагог-психолог"),
    SPEECH_THERAPIST(Kind.TEACHING, "Учитель-логопед", "Логопед", "Учитель-дефектолог"),
    SOCIAL_PEDAGOGUE(Kind.TEACHING, "Социальный педагог"),
    INDUSTRIAL_TRAINING_MASTER(Kind.TEACHING, "Мастер производственного обучения"),
    METHODIST(Kind.OTHER, "Методист"),
    HEAD(Kind.MANAGEMENT, "Руководитель", "Директор", "Заведующий"),
    DEPUTY_HEAD(Kind.MANAGEMENT, "Заместитель руководителя", "Заместитель директора", "Заместитель заведующего"),
    UNIT_HEAD(Kind.MANAGEMENT, "Руководитель подразделения", "Руководитель структурного подразделения"),
    SPECIALIST(Kind.OTHER, "Специалист"),
    OTHER(Kind.OTHER, "Иная должность");

    private enum Kind { TEACHING, MANAGEMENT, OTHER }

    private final Kind kind;
    private final List<String> titles;

    Position(Kind kind, String... titles) {
        this.kind = kind;
        this.titles = List.of(titles);
    }

    public boolean teaching() {
        return kind == Kind.TEACHING;
    }

    /// Where the region lists none.
    public boolean management() {
        return kind == Kind.MANAGEMENT;
    }

    /// What people write; the first is shown.
    public List<String> titles() {
        return titles;
    }
}
