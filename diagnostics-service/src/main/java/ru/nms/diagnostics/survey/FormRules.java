package ru.nms.diagnostics.survey;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import ru.nms.diagnostics.survey.SurveyForm.Answering;
import ru.nms.diagnostics.survey.SurveyForm.Option;
import ru.nms.diagnostics.survey.SurveyForm.Question;
import ru.nms.diagnostics.survey.SurveyForm.Respondent;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// What must hold of a form by itself.
final class FormRules {

    private static final int WIDEST_SCALE = 100;

    private FormRules() {}

    static Faults check(SurveyForm form) {
        var faults = new Faults();
        checkRespondent(form, faults);
        checkBands(form, faults);
        var codes = new HashSet<String>();
        for (int i = 0; i < form.questions().size(); i++) {
            var question = form.questions().get(i);
            faults.unless(codes.add(question.code()), Fault.at("/questions/%d/code".formatted(i), "repeated-code", question.code()));
            checkQuestion(form.kind(), question, "/questions/" + i, faults);
        }
        return faults;
    }

    private static void checkRespondent(SurveyForm form, Faults faults) {
        Set<Respondent> possible = switch (form.kind()) {
            case DELAYED_RESULT -> EnumSet.of(Respondent.HEAD, Respondent.DEPUTY_OR_METHODIST, Respondent.TEACHER);
            case TRAINING_REQUEST -> EnumSet.of(Respondent.MMS, Respondent.TEACHER, Respondent.TEAM);
            case SERVICE_SATISFACTION, BURNOUT -> Set.of();
        };
        var given = form.respondent();
        if (possible.isEmpty()) {
            faults.unless(given == null, Fault.at("/respondent", "not-allowed"));
        } else if (given == null) {
            faults.unless(false, Fault.at("/respondent", "required"));
        } else {
            faults.unless(possible.contains(given), Fault.at("/respondent", "not-one-of", possible));
        }
    }

    private static void checkBands(SurveyForm form, Faults faults) {
        var bands = form.bands();
        faults.unless(form.kind().anonymous || bands.isEmpty(), Fault.at("/bands", "not-allowed"));
        bands.forEach((band, values) -> {
            faults.unless(band == Band.MUNICIPALITY || !values.isEmpty(), Fault.at("/bands/" + band, "required"));
            faults.unless(Set.copyOf(values).size() == values.size(), Fault.at("/bands/" + band, "repeated-code", band));
            faults.unless(!values.contains(Disclosure.OTHER), Fault.at("/bands/" + band, "not-allowed"));
        });
        if (form.kind() == SurveyKind.BURNOUT) {
            for (var band : Band.values()) {
                faults.unless(bands.containsKey(band), Fault.at("/bands/" + band, "required"));
            }
        }
    }

    /// An anonymous form has closed questions only, each of which everybody answers: a free text betrays who wrote it,
    /// and a question that few answered would have a smaller group behind it than the one that is told.
    private static void checkQuestion(SurveyKind kind, Question question, String at, Faults faults) {
        faults.unless(!kind.anonymous || question.answering() != Answering.TEXT, Fault.at(at + "/answering", "not-in-anonymous-form"));
        faults.unless(!kind.anonymous || question.required(), Fault.at(at + "/required", "not-in-anonymous-form"));
        var options = Objects.requireNonNullElse(question.options(), List.<Option>of());
        boolean choice = question.answering() == Answering.SINGLE || question.answering() == Answering.MULTIPLE;
        faults.unless(choice != options.isEmpty(), Fault.at(at + "/options", choice ? "required" : "not-allowed"));
        faults.unless(options.stream().map(Option::code).distinct().count() == options.size(),
                Fault.at(at + "/options", "repeated-code", question.code()));
        checkScale(question, at, faults);
    }

    private static void checkScale(Question question, String at, Faults faults) {
        var lowest = question.lowest();
        var highest = question.highest();
        if (question.answering() != Answering.SCALE) {
            faults.unless(lowest == null && highest == null, Fault.at(at + "/lowest", "not-allowed"));
        } else if (lowest == null || highest == null) {
            faults.unless(false, Fault.at(at + (lowest == null ? "/lowest" : "/highest"), "required"));
        } else {
            faults.unless(lowest >= 0 && highest <= WIDEST_SCALE && highest > lowest,
                    Fault.at(at + "/highest", "out-of-range", lowest + 1, WIDEST_SCALE));
        }
    }
}
