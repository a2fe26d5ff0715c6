package ru.nms.registry.mms;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;

class MmsComponentTest {

    private static final Region TYUMEN = Region.TYUMEN;

    private final UUID school = TYUMEN.school();
    private final String municipality = TYUMEN.municipality();
    private final UUID person = TYUMEN.teacher(school);
    private final UUID employee = TYUMEN.created("mms-staff", """
            {"personId": "%s", "municipalityId": %s, "position": "Методист", "since": "2026-01-01"}""".formatted(person, municipality));

    @Test
    @Clause("REG-060")
    void keepsTheStaffOfMunicipalServicesAndTheirTraining() {
        TYUMEN.created("mms-trainings", training("null", "2026-02-01", "\"2026-03-01\""));

        TYUMEN.get("mms-staff?personId=" + person + "&on=2026-01-01").jsonPath("$.items[0].position").isEqualTo("Методист")
                .jsonPath("$.items[0].municipalityId").isEqualTo(municipality.replace("\"", ""))
                .jsonPath("$.items[0].trainings").isEqualTo(1);
        TYUMEN.get("mms-staff?personId=" + person + "&on=2025-12-31").jsonPath("$.items").isEmpty();
        TYUMEN.get("mms-staff?trained=false&personId=" + person).jsonPath("$.items").isEmpty();
        var sevastopol = Region.of("sevastopol");
        sevastopol.refused("mms-staff", """
                {"personId": "%s", "position": "Методист", "since": "2026-01-01"}""".formatted(sevastopol.teacher(sevastopol.school())))
                .jsonPath("$.errors[0].code").isEqualTo("no-municipal-level");
    }

    @Test
    @Clause("REG-061")
    void recordsTrainingAgainstAnAgreementOfThree() {
        var sides = Registry.sides(UUID.fromString(municipality.replace("\"", "")));
        var agreement = TYUMEN.created("agreements", agreement(sides.get(0), sides.get(1), sides.get(2)));
        TYUMEN.refused("mms-trainings", training("\"" + agreement + "\"", "2026-02-01", "null"))
                .jsonPath("$.errors[0].code").isEqualTo("agreement-not-for-it");
        TYUMEN.act("agreements/" + agreement + "/signing", 1, "").expectStatus().isOk();

        TYUMEN.created("mms-trainings", training("\"" + agreement + "\"", "2026-02-01", "null"));
        TYUMEN.get("agreements/" + agreement).jsonPath("$.trained").isEqualTo(0);
        TYUMEN.created("mms-trainings", training("\"" + agreement + "\"", "2026-02-02", "\"2026-02-20\""));
        TYUMEN.get("agreements/" + agreement).jsonPath("$.trained").isEqualTo(1);
        TYUMEN.get("mms-trainings?tutor=true&agreementId=" + agreement).jsonPath("$.items.length()").isEqualTo(2);
        TYUMEN.refused("mms-trainings", training("\"" + agreement + "\"", "2026-01-31", "null"))
                .jsonPath("$.errors[0].code").isEqualTo("agreement-not-for-it");
        TYUMEN.refused("agreements", agreement(school, school, TYUMEN.school())).jsonPath("$.errors[0].code").isEqualTo("three-parties");
        var other = TYUMEN.created("agreements", agreement(TYUMEN.school(), TYUMEN.school(), school).replace("TRIPARTITE", "COOPERATION"));
        TYUMEN.refused("mms-trainings", training("\"" + other + "\"", "2026-02-01", "null")).jsonPath("$.errors[0].code").isEqualTo("unknown-agreement");
    }

    private String agreement(UUID centre, UUID authority, UUID institution) {
        return """
                {"kind": "TRIPARTITE", "title": "Соглашение", "number": "%s", "since": "2026-02-01", "partyIds": ["%s", "%s", "%s"],
                 "municipalityId": %s}""".formatted(UUID.randomUUID(), centre, authority, institution, municipality);
    }

    private String training(String agreement, String from, String to) {
        return """
                {"employeeId": "%s", "agreementId": %s, "title": "Тьютор муниципалитета", "hours": 72, "tutor": true,
                 "startedOn": "%s", "endedOn": %s}""".formatted(employee, agreement, from, to);
    }
}
