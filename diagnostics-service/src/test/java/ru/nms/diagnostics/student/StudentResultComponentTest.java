package ru.nms.diagnostics.student;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;
import static ru.nms.diagnostics.Kept.created;
import static ru.nms.diagnostics.Kept.imported;
import static ru.nms.diagnostics.Kept.post;
import static ru.nms.diagnostics.Kept.put;
import static ru.nms.diagnostics.Kept.remove;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class StudentResultComponentTest {

    private final UUID school = Learnt.organisation(UUID.randomUUID(), List.of("LOW_RESULTS"));
    private final UUID teacher = Learnt.working(UUID.randomUUID(), school);

    @Test
    @Clause("DIA-028")
    void opensADeficitOfTheTeacherAndPutsSchoolsWithLowResultsFirst() {
        created("student-results", exam("EXAM", 799));
        created("student-results", exam("NATIONAL_STUDY", 399).replace("2026-06-01", "2026-06-02"));

        deficits().jsonPath("$.items[0].level").isEqualTo("HIGH").jsonPath("$.items[0].priority").isEqualTo(true)
                .jsonPath("$.items[0].why[*].procedure").value(all -> assertThat(all).asList().containsExactly("STUDENT_EXAM", "STUDENT_NATIONAL_STUDY"))
                .jsonPath("$.items[0].why[0].provider").isEqualTo("STUDENT_RESULTS");
        get(PERM.as(Role.COORDINATOR), "student-results?lowResults=true&organisationId=" + school).expectBody()
                .jsonPath("$.items.length()").isEqualTo(2).jsonPath("$.items[0].priority").isEqualTo(true);
        get(PERM.as(Role.COORDINATOR), "student-results?lowResults=false&organisationId=" + school).expectBody().jsonPath("$.items").isEmpty();
        get(PERM.as(Role.COORDINATOR), "deficits?sort=priority&limit=1").expectBody().jsonPath("$.items[0].priority").isEqualTo(true);
    }

    @Test
    void closesNoDeficitByGoodResultsOfStudents() {
        recorded(PERM, result(teacher, "2026-02-01", "SUBJECT", 399));
        var id = created("student-results", exam("EXAM", 800));
        deficits().jsonPath("$.items[0].status").isEqualTo("OPEN").jsonPath("$.items[0].why.length()").isEqualTo(1);

        put(PERM.as(Role.COORDINATOR), "student-results/" + id, 1, exam("EXAM", 700)).expectStatus().isOk();
        deficits().jsonPath("$.items[0].level").isEqualTo("LOW");

        remove(PERM.as(Role.COORDINATOR), "student-results/" + id, 2).expectStatus().isNoContent();
        deficits().jsonPath("$.items[0].level").isEqualTo("HIGH");
    }

    @Test
    void isSeenByTheSchoolAndTheTeacherOnly() {
        var path = "student-results/" + created("student-results", exam("EXAM", 800));
        get(PERM.as(Role.ORGANISATION, null, school, null), path).expectStatus().isOk();
        get(PERM.as(Role.TEACHER, teacher), path).expectStatus().isOk();
        get(PERM.as(Role.ORGANISATION, null, UUID.randomUUID(), null), path).expectStatus().isNotFound();
        get(PERM.as(Role.TEACHER, UUID.randomUUID()), path).expectStatus().isNotFound();
    }

    @Test
    void refusesWhatCannotBe() {
        for (var change : List.of("SUBJECT\"|COOKING\"", "\"points\": 800|\"points\": 1001", "2026-06-01|2126-06-01", teacher + "|" + UUID.randomUUID())) {
            post(PERM.as(Role.COORDINATOR), "student-results", exam("EXAM", 800).replace(change.split("\\|")[0], change.split("\\|")[1]))
                    .expectStatus().isEqualTo(422);
        }
        assertThat(imported(PERM.as(Role.ASSESSOR), "student-results", "Вид;Процедура;Предмет;Область компетенций;Организация (идентификатор);Педагог (идентификатор);"
                + "Дата;Обучающихся;Баллы;Максимум\nЭкзамен;ЕГЭ;Физика;SUBJECT;%s;%s;01.06.2026;20;39,9;100\n".formatted(school, teacher)))
                .containsEntry("created", 1);
        deficits().jsonPath("$.items[0].level").isEqualTo("HIGH");
    }

    @Test
    @Clause("DIA-027")
    void recordsActivitiesForReadiness() {
        var activity = """
                {"kind": "TRIAL", "title": "Пробная оценка %s", "procedure": "FIOKO_ROUND", "heldOn": "2026-03-01", "organisationIds": ["%s"],
                 "participants": 25, "outcome": "Готовы 20 из 25"}
                """.formatted(UUID.randomUUID(), school);
        var id = created("readiness-activities", activity);

        get(PERM.as(Role.MUNICIPALITY), "readiness-activities?procedure=FIOKO_ROUND&organisationId=" + school).expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].id").isEqualTo(id).jsonPath("$.items[0].participants").isEqualTo(25);
        post(PERM.as(Role.COORDINATOR), "readiness-activities", activity).expectStatus().isEqualTo(409);
        post(PERM.as(Role.COORDINATOR), "readiness-activities", activity.replace("2026-03", "2126-03")).expectStatus().isEqualTo(422);
    }

    private String exam(String kind, int points) {
        return """
                {"kind": "%s", "title": "Экзамен", "subject": "Физика", "area": "SUBJECT", "organisationId": "%s", "teacherId": "%s",
                 "takenOn": "2026-06-01", "students": 20, "points": %d, "maximum": 1000}
                """.formatted(kind, school, teacher, points);
    }

    private BodyContentSpec deficits() {
        return get(PERM.as(Role.COORDINATOR), "deficits?personId=" + teacher).expectStatus().isOk().expectBody();
    }
}
