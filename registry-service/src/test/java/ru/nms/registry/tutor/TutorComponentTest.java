package ru.nms.registry.tutor;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

class TutorComponentTest {

    private static final Region TYUMEN = Region.TYUMEN;

    private final UUID school = TYUMEN.school();

    @Test
    @Clause({"REG-074", "REG-078"})
    void knowsWhomEachTutorAccompaniesThroughWhat() {
        var person = TYUMEN.teacher(school);
        var tutor = TYUMEN.created("tutors", tutor(person, false));
        var first = TYUMEN.teacher(school);
        var route = UUID.randomUUID();
        TYUMEN.created("tutor-accompaniments", accompaniment(tutor, first, "\"ФГОС\"", "null"));
        TYUMEN.created("tutor-accompaniments", accompaniment(tutor, first, "null", "\"" + route + "\""));
        TYUMEN.created("tutor-accompaniments", accompaniment(tutor, TYUMEN.teacher(school), "\"ФГОС\"", "null"));

        TYUMEN.get("tutors?personId=" + person).jsonPath("$.items[0].programmes").isEqualTo(List.of("ФГОС", "ЕГЭ"))
                .jsonPath("$.items[0].municipalityId").isEqualTo(TYUMEN.municipality().replace("\"", ""))
                .jsonPath("$.items[0].teachers").isEqualTo(2)
                .jsonPath("$.items[0].accompaniedProgrammes").isEqualTo(1)
                .jsonPath("$.items[0].routes").isEqualTo(1);
        TYUMEN.get("tutor-accompaniments?tutorId=" + tutor).jsonPath("$.items.length()").isEqualTo(3);
        TYUMEN.get("tutor-accompaniments?routeId=" + route).jsonPath("$.items[0].personId").isEqualTo(first.toString());
        TYUMEN.refused("tutor-accompaniments", accompaniment(tutor, first, "null", "null")).jsonPath("$.errors[0].pointer").isEqualTo("/programme");
    }

    @Test
    @Clause("REG-075")
    void takesMunicipalSpecialistsAndTeachersForTheModernTeacherSchool() {
        var head = TYUMEN.created("people", """
                {"lastName": "Директор", "firstName": "Имя", "posts": [{"organisationId": "%s", "position": "HEAD",
                 "since": "2020-01-01"}]}""".formatted(school));

        TYUMEN.refused("tutors", tutor(head, true)).jsonPath("$.errors[0].code").isEqualTo("neither-mms-nor-teacher");
        TYUMEN.created("tutors", tutor(head, false).replace("2026-01-01", "2026-01-02"));
        TYUMEN.created("mms-staff", """
                {"personId": "%s", "municipalityId": %s, "position": "Методист", "since": "2026-01-01"}"""
                .formatted(head, TYUMEN.municipality()));
        TYUMEN.created("tutors", tutor(head, true));
        TYUMEN.refused("tutors", tutor(head, true).replace("2026-01-01", "2025-12-31"))
                .jsonPath("$.errors[0].code").isEqualTo("neither-mms-nor-teacher");
        TYUMEN.created("tutors", tutor(TYUMEN.teacher(school), true));
    }

    private static String tutor(UUID person, boolean modern) {
        return """
                {"personId": "%s", "municipalityId": %s, "programmes": ["ФГОС", "ЕГЭ"], "modernTeacherSchool": %s,
                 "since": "2026-01-01"}""".formatted(person, TYUMEN.municipality(), modern);
    }

    private static String accompaniment(UUID tutor, UUID person, String programme, String route) {
        return "{\"tutorId\": \"%s\", \"personId\": \"%s\", \"programme\": %s, \"routeId\": %s, \"since\": \"2026-02-01\"}"
                .formatted(tutor, person, programme, route);
    }
}
