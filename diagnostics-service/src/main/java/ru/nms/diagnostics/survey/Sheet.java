package ru.nms.diagnostics.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import ru.nms.diagnostics.survey.SurveyForm.Answering;
import ru.nms.diagnostics.survey.SurveyForm.Option;
import ru.nms.diagnostics.survey.SurveyForm.Question;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// A filled-in form: the answers to each question, and what an anonymous respondent stated of themselves.
record Sheet(Map<Band, String> bands, Map<String, List<String>> answers) {

    private static final int LONGEST = 4000;

    Faults check(SurveyForm form) {
        var faults = new Faults();
        form.bands().forEach((band, values) -> checkBand(band, values, faults));
        bands.keySet().forEach(band -> faults.unless(form.bands().containsKey(band), Fault.at("/bands/" + band, "not-allowed")));
        form.questions().forEach(question -> checkAnswer(question, faults));
        var codes = new HashSet<>(form.questions().stream().map(Question::code).toList());
        answers.keySet().forEach(code -> faults.unless(codes.contains(code), Fault.at("/answers/" + code, "not-allowed")));
        return faults;
    }

    private void checkBand(Band band, List<String> values, Faults faults) {
        var stated = bands.get(band);
        var at = "/bands/" + band;
        if (stated == null) {
            faults.unless(false, Fault.at(at, "required"));
        } else if (values.isEmpty()) {
            faults.unless(isId(stated), Fault.at(at, "wrong-type"));
        } else {
            faults.unless(values.contains(stated), Fault.at(at, "not-one-of", String.join(", ", values)));
        }
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private void checkAnswer(Question question, Faults faults) {
        var given = answers.getOrDefault(question.code(), List.of());
        var at = "/answers/" + question.code();
        if (given.isEmpty()) {
            faults.unless(!question.required(), Fault.at(at, "required"));
            return;
        }
        int most = question.answering() == Answering.MULTIPLE ? options(question).size() : 1;
        faults.unless(given.size() <= most && given.stream().distinct().count() == given.size(), Fault.at(at, "size", 1, most));
        for (var answer : given) {
            switch (question.answering()) {
                case SINGLE, MULTIPLE -> faults.unless(options(question).contains(answer),
                        Fault.at(at, "not-one-of", String.join(", ", options(question))));
                case SCALE -> faults.unless(onScale(question, answer),
                        Fault.at(at, "out-of-range", lowest(question), highest(question)));
                case TEXT -> faults.unless(!answer.isBlank() && answer.length() <= LONGEST, Fault.at(at, "size", 1, LONGEST));
            }
        }
    }

    private static List<String> options(Question question) {
        return Objects.requireNonNullElse(question.options(), List.<Option>of()).stream().map(Option::code).toList();
    }

    private static boolean onScale(Question question, String answer) {
        return answer.matches("[0-9]{1,3}") && Integer.toString(Integer.parseInt(answer)).equals(answer)
                && Integer.parseInt(answer) >= lowest(question) && Integer.parseInt(answer) <= highest(question);
    }

    private static int lowest(Question question) {
        return Objects.requireNonNull(question.lowest());
    }

    private static int highest(Question question) {
        return Objects.requireNonNull(question.highest());
    }
}
