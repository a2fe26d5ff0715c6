package ru.nms.registry.person;

/// What somebody does in an organisation. Only some positions make a teacher; which organisations count is the region's
/// rule.
enum Position {
    TEACHER(true), EDUCATOR(true), ADDITIONAL_EDUCATION_TEACHER(true), PSYCHOLOGIST(true), SPEECH_THERAPIST(true),
    SOCIAL_PEDAGOGUE(true), INDUSTRIAL_TRAINING_MASTER(true), METHODIST(false), HEAD(false), DEPUTY_HEAD(false),
    UNIT_HEAD(false), SPECIALIST(false), OTHER(false);

    private final boolean teaching;

    Position(boolean teaching) {
        this.teaching = teaching;
    }

    boolean teaching() {
        return teaching;
    }
}
