package ru.nms.diagnostics.survey;

/// What a survey is for.
enum SurveyKind {

    /// What a training has changed, asked some time after it.
    DELAYED_RESULT(false, false),

    /// What municipal services, teachers and teams want to be trained in.
    TRAINING_REQUEST(false, false),

    /// What is thought of the municipal method service.
    SERVICE_SATISFACTION(true, false),

    /// Well-being and burnout, every year.
    BURNOUT(true, true);

    /// Nobody can tell who answered what.
    final boolean anonymous;

    /// It asks about health: not even what all of a group said alike is told.
    final boolean sensitive;

    SurveyKind(boolean anonymous, boolean sensitive) {
        this.anonymous = anonymous;
        this.sensitive = sensitive;
    }
}
