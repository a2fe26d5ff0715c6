package ru.nms.diagnostics.survey;

/// What a survey is for.
enum SurveyKind {

    /// What a training has changed, asked some time after it.
    DELAYED_RESULT(false),

    /// What municipal services, teachers and teams want to be trained in.
    TRAINING_REQUEST(false),

    /// What is thought of the municipal method service.
    SERVICE_SATISFACTION(true),

    /// Well-being and burnout, every year.
    BURNOUT(true);

    /// Nobody can tell who answered what.
    final boolean anonymous;

    SurveyKind(boolean anonymous) {
        this.anonymous = anonymous;
    }
}
