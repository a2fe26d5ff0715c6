package ru.nms.diagnostics.survey;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Forms of surveys: their questions, and whether answers are anonymous.
@RestController
@RequestMapping(SurveyFormResource.PATH)
@AllowEntries(keep = Role.COORDINATOR)
class SurveyFormResource extends RegisterResource<SurveyForm> {

    static final String PATH = "/api/diagnostics/v1/survey-forms";

    SurveyFormResource(Register<SurveyForm> surveyForms, Registers registers) {
        super(PATH, surveyForms, registers);
    }
}
