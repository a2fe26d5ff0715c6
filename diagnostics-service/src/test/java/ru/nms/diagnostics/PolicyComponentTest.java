package ru.nms.diagnostics;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ApiDocument;
import ru.nms.platform.testkit.FedCollections;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.TableForms;

class PolicyComponentTest {

    private static final String BASE = "/api/diagnostics/v1/";

    @Test
    void admitsExactlyTheRolesWrittenDown() {
        var school = Learnt.organisation(UUID.randomUUID(), List.of());
        var person = Learnt.working(UUID.randomUUID(), school);
        var self = new Api(Diagnostics.PERM.as(Role.TEACHER, person));
        var result = Diagnostics.recorded(Diagnostics.PERM, Diagnostics.result(person, "2025-10-01", "METHODICAL", 100));
        var deficit = String.valueOf(((Map<?, ?>) ((List<?>) self.read("deficits").get("items")).getFirst()).get("id"));
        var attempt = self.made("campaigns/" + Campaigns.of(Fos.approved(Fos.framework(), Fos.code()), person) + "/attempts", "");
        PolicyMatrix.of(Diagnostics.PERM.context(), Diagnostics.PERM.port())
                .foreign(BASE + "results/{id}", BASE + "results/" + result)
                .foreign(BASE + "results/{id}/recommendation", BASE + "results/" + result + "/recommendation")
                .foreign(BASE + "deficits/{id}", BASE + "deficits/" + deficit)
                .foreign(BASE + "deficits/{id}/suggestions", BASE + "deficits/" + deficit + "/suggestions")
                .foreign(BASE + "attempts/{id}", BASE + "attempts/" + attempt)
                .foreign(BASE + "attempts/{id}/paper", BASE + "attempts/" + attempt + "/paper")
                .foreign(BASE + "training-requests/{id}", BASE + "training-requests/" + self.made("training-requests",
                        "{\"personId\": \"%s\"}".formatted(person)))
                .foreign(BASE + "rubric-assessments/{id}", BASE + "rubric-assessments/" + assessed(self, person))
                .foreign(BASE + "student-results/{id}", BASE + "student-results/" + Fos.COORDINATOR.made("student-results", """
                        {"kind": "EXAM", "title": "Экзамен", "subject": "Физика", "area": "SUBJECT", "organisationId": "%s", "teacherId": "%s",
                         "takenOn": "2026-06-01", "students": 20, "points": 900, "maximum": 1000}""".formatted(school, person)))
                .verify();
        for (var path : List.of("/submission", "/appeal")) {
            new Api(Diagnostics.PERM.as(Role.TEACHER, UUID.randomUUID())).post("attempts/" + attempt + path, "{\"text\": \"?\"}")
                    .expectStatus().isNotFound();
        }
    }

    private static UUID assessed(Api self, UUID person) {
        var rubric = Fos.ASSESSOR.made("rubrics", """
                {"code": "%s", "title": "Урок", "kinds": ["SELF"], "criteria": [{"code": "GOAL", "title": "Цель", "weight": 1, "levels": 3}]}
                """.formatted(Fos.code()));
        Fos.COORDINATOR.done("rubrics/" + rubric + "/adoption", "");
        return self.made("rubric-assessments", """
                {"rubricId": "%s", "kind": "SELF", "personId": "%s", "assessorId": "%s", "assessedOn": "2026-03-01", "marks": {"GOAL": 3}}
                """.formatted(rubric, person, person));
    }

    @Test
    void isDescribedAsItIsCheckedIn() {
        ApiDocument.verify(Diagnostics.PERM, "diagnostics");
    }

    @Test
    void givesEveryListAsATableToo() {
        TableForms.verify(Diagnostics.PERM, "/api/diagnostics/v1/comparisons?personId=" + UUID.randomUUID());
    }

    @Test
    void hasARouteAtTheGatewayForEveryCollection() {
        FedCollections.verify(Diagnostics.PERM, "diagnostics");
    }
}
