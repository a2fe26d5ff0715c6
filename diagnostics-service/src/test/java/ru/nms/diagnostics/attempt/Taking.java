package ru.nms.diagnostics.attempt;

import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;

import java.util.UUID;

import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;

/// A person who takes an instrument of one choice and, if wanted, one open question.
record Taking(UUID person, Api api) {

    static final UUID FRAMEWORK = Fos.framework();

    static Taking somebody() {
        var person = Learnt.person(UUID.randomUUID());
        return new Taking(person, new Api(PERM.as(Role.TEACHER, person)));
    }

    /// Of 2 points for competence METHOD (area METHODICAL) the right option is 2; the open question gives 10 for LESSON (SUBJECT).
    record Instrument(UUID id, UUID choice, UUID open) {

        static Instrument of(boolean judged) {
            var id = Fos.instrument(FRAMEWORK, Fos.code(), 1);
            var choice = Fos.task(id, 1, "null");
            Fos.key(choice, "2");
            var open = judged ? ASSESSOR.made("tasks", """
                    {"instrumentId": "%s", "block": "B", "number": 1, "kind": "OPEN", "competence": "LESSON", "stem": "Почему?",
                     "points": 10, "criteria": [{"code": "DEPTH", "title": "Глубина", "weight": 1, "levels": 10}]}""".formatted(id)) : null;
            Fos.approve(id);
            return new Instrument(id, choice, open);
        }
    }

    UUID starts(UUID campaign) {
        return api.made("campaigns/" + campaign + "/attempts", "");
    }

    ResponseSpec chooses(UUID attempt, UUID task, int revision, String option) {
        return saves(attempt, task, revision, "{\"chosen\": [\"" + option + "\"]}");
    }

    ResponseSpec saves(UUID attempt, UUID task, int revision, String answer) {
        return api.put("attempts/" + attempt + "/answers/" + task, "*", "{\"revision\": %d, \"answer\": %s}".formatted(revision, answer));
    }

    ResponseSpec submits(UUID attempt) {
        return api.post("attempts/" + attempt + "/submission", "");
    }
}
