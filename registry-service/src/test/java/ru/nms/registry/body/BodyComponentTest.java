package ru.nms.registry.body;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.citing;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Shelf.created;
import static ru.nms.registry.Shelf.ids;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

/// The bodies of Perm, which has several of a kind.
class BodyComponentTest {

    private final WebTestClient perm = Shelf.in("perm").as(Role.COORDINATOR);
    private final UUID institute = organisation("DPO_INSTITUTE", "REGIONAL");

    @Test
    @Clause("REG-032")
    void keepsEachVariantWithItsHostInstitute() {
        for (var variant : new String[] {"SUBJECT_TEACHERS", "NATIVE_LANGUAGE", "SPO_44_00_00"}) {
            var id = body("RUMO", "\"variant\": \"" + variant + "\", \"hostId\": \"" + institute + "\"");

            assertThat(ids(perm, "bodies?kind=RUMO&variant=" + variant + "&hostId=" + institute)).containsExactly(id);
        }
        var association = body("PROFESSIONAL_ASSOCIATION", "\"hostId\": \"" + institute + "\"");
        assertThat(ids(perm, "bodies?kind=PROFESSIONAL_ASSOCIATION&hostId=" + institute)).containsExactly(association);
        post(perm, "bodies", text("PROFESSIONAL_ASSOCIATION", "\"subject\": null")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/hostId").jsonPath("$.errors[0].clause").value(citing("1026"));
        post(perm, "bodies", text("RUMO", "\"variant\": \"POETS\"")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[*].pointer").value(found -> assertThat(found).asList().containsExactlyInAnyOrder("/variant", "/hostId"));
    }

    @Test
    @Clause("REG-033")
    void admitsWhomTheRegionAdmitsWithTheirConsent() {
        var subject = body("RUMO", "\"variant\": \"SUBJECT_TEACHERS\", \"hostId\": \"" + institute + "\"");
        var languages = body("RUMO", "\"variant\": \"NATIVE_LANGUAGE\", \"hostId\": \"" + institute + "\"");
        var first = person("FIRST");
        var highest = person("HIGHEST");

        post(perm, "body-members", member(subject, first, "SUBJECT_TEACHER")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("needs-highest-category");
        post(perm, "body-members", member(subject, highest, "SUBJECT_TEACHER")).expectStatus().isCreated();
        post(perm, "body-members", member(subject, first, "RESEARCHER")).expectStatus().isCreated();
        post(perm, "body-members", member(subject, highest, "EMPLOYER").replace("2025-01-10\"}", "2025-01-11\"}"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("not-admitted");
        post(perm, "body-members", member(languages, first, "EMPLOYER")).expectStatus().isCreated();
        post(perm, "body-members", member(languages, first, "SPECIALISED_ORGANISATION").replace("2025-01-10\"}", "2025-01-12\"}"))
                .expectStatus().isCreated();
        post(perm, "body-members", member(languages, highest, "RESEARCHER").replace("\"consentOn\": \"2025-01-09\", ", ""))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/consentOn");
        post(perm, "body-members", member(languages, highest, "RESEARCHER").replace("2025-01-09", "2025-01-11"))
                .expectStatus().isEqualTo(422);
    }

    @Test
    @Clause("REG-034")
    void hasAnApprovedListAndAWorkPlan() {
        var list = created(perm, "acts", """
                {"kind": "ORDER", "number": "%s", "date": "2024-01-10", "title": "О составе РУМО"}""".formatted(UUID.randomUUID()));
        var id = body("RUMO", """
                "variant": "SUBJECT_TEACHERS", "hostId": "%s", "listActId": "%s", "plan": [{"what": "Семинар", "due": "2024-05-01"}]"""
                .formatted(institute, list));
        created(perm, "body-members", member(id, person("HIGHEST"), "RESEARCHER"));

        get(perm, "bodies/" + id).expectBody().jsonPath("$.listActId").isEqualTo(list.toString())
                .jsonPath("$.plan[0].what").isEqualTo("Семинар").jsonPath("$.members").isEqualTo(1);
    }

    @Test
    @Clause("REG-034")
    void isFoundWhileItLacksTheListOrThePlan() {
        var act = created(perm, "acts", """
                {"kind": "ORDER", "number": "%s", "date": "2024-01-10", "title": "О составе"}""".formatted(UUID.randomUUID()));
        var list = "\"listActId\": \"%s\"".formatted(act);
        var plan = "\"plan\": [{\"what\": \"Семинар\", \"due\": \"2024-05-01\"}]";
        var host = "\"hostId\": \"" + institute + "\"";

        for (var kind : List.of(Map.entry("RUMO", "\"variant\": \"NATIVE_LANGUAGE\", " + host), Map.entry("PROFESSIONAL_ASSOCIATION", host))) {
            var whole = body(kind.getKey(), String.join(", ", kind.getValue(), list, plan));
            var unlisted = body(kind.getKey(), String.join(", ", kind.getValue(), plan));
            var unplanned = body(kind.getKey(), String.join(", ", kind.getValue(), list));

            get(perm, "quality-checks/body-without-list/findings?limit=200").expectBody()
                    .jsonPath("$.items[?(@.id == '%s')]".formatted(whole)).isEmpty()
                    .jsonPath("$.items[?(@.id == '%s')].note".formatted(unlisted)).isEqualTo("акт о составе")
                    .jsonPath("$.items[?(@.id == '%s')].note".formatted(unplanned)).isEqualTo("план");
        }
    }

    @Test
    @Clause("REG-038")
    void makesAMunicipalTeamAPartOfTheRegionalCore() {
        var core = body("RMA", "\"subject\": null");
        var rumo = body("RUMO", "\"variant\": \"SUBJECT_TEACHERS\", \"hostId\": \"" + institute + "\"");
        var team = text("MUNICIPAL_METHOD_TEAM", "\"partOfId\": \"%s\"").replace("REGIONAL", "MUNICIPAL");

        post(perm, "bodies", team.replace("\"partOfId\": \"%s\"", "\"subject\": null")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("part-of");
        post(perm, "bodies", team.formatted(rumo)).expectStatus().isEqualTo(422);
        var id = created(perm, "bodies", team.formatted(core));
        assertThat(ids(perm, "bodies?partOfId=" + core)).containsExactly(id);
    }

    @Test
    @Clause({"REG-054", "REG-136"})
    void recordsWhatWasExaminedForWhomAndWithWhichResult() {
        var rumo = body("RUMO", "\"variant\": \"NATIVE_LANGUAGE\", \"hostId\": \"" + institute + "\"");
        var ministry = organisation("DPO_INSTITUTE", "REGIONAL");
        var programme = created(perm, "programmes", """
                {"providerId": "%s", "kind": "PK", "title": "Курс %s", "hours": 36, "form": "FULL_TIME", "distanceShare": 0}"""
                .formatted(institute, UUID.randomUUID()));
        var task = """
                {"kind": "METHOD_BODY", "bodyId": "%s", "commissionerId": "%s", "subject": "TEACHING_KIT", "title": "Букварь %s",
                 "commissionedOn": "2025-02-01", "doneOn": "2025-03-01", "result": "WITH_REMARKS", "conclusion": "Доработать"}"""
                .formatted(rumo, ministry, UUID.randomUUID());
        var id = created(perm, "expertises", task);
        post(perm, "expertises", task.replace("TEACHING_KIT", "TRAINING_PROGRAMME")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/programmeId");
        post(perm, "expertises", task.replace("\"result\": \"WITH_REMARKS\", ", "").replace("Букварь", "Азбука")).expectStatus().isEqualTo(422);
        post(perm, "expertises", task.replace("2025-03-01", "2025-01-31").replace("Букварь", "Азбука")).expectStatus().isEqualTo(422);
        var open = created(perm, "expertises", """
                {"kind": "PROFESSIONAL_PUBLIC", "examinerId": "%s", "commissionerId": "%s", "subject": "TRAINING_PROGRAMME", "title": "Курс",
                 "programmeId": "%s", "commissionedOn": "2025-02-01", "doneOn": "2025-03-01", "result": "POSITIVE"}"""
                .formatted(ministry, institute, programme));

        get(perm, "expertises?commissionerId=" + ministry).expectBody().jsonPath("$.items[0].id").isEqualTo(id.toString())
                .jsonPath("$.items[0].result").isEqualTo("WITH_REMARKS").jsonPath("$.items[0].doneOn").isEqualTo("2025-03-01");
        assertThat(ids(perm, "expertises?kind=PROFESSIONAL_PUBLIC&result=POSITIVE&programmeId=" + programme)).containsExactly(open);
    }

    @Test
    @Clause("REG-055")
    void recordsProposalsToTheMinistryWithTheAnswer() {
        var rumo = body("RUMO", "\"variant\": \"NATIVE_LANGUAGE\", \"hostId\": \"" + institute + "\"");
        var proposal = "{\"bodyId\": \"%s\", \"title\": \"О словаре\", \"text\": \"Издать словарь\", \"madeOn\": \"2025-02-01\"%s}";
        var id = created(perm, "body-proposals", proposal.formatted(rumo, ""));

        assertThat(ids(perm, "body-proposals?answered=false&bodyId=" + rumo)).containsExactly(id);
        Registry.put(perm, "body-proposals/" + id, "\"1\"", proposal.formatted(rumo, ", \"answer\": \"Поддержано\"")).expectStatus().isEqualTo(422);
        Registry.put(perm, "body-proposals/" + id, "\"1\"", proposal.formatted(rumo, ", \"answer\": \"Поддержано\", \"answeredOn\": \"2025-03-01\""))
                .expectStatus().isOk().expectBody().jsonPath("$.answer").isEqualTo("Поддержано");
        assertThat(ids(perm, "body-proposals?answered=true&bodyId=" + rumo)).containsExactly(id);
    }

    @Test
    @Clause({"REG-042", "REG-043"})
    void marksProvidersWithDateAndDocument() {
        for (var kind : new String[] {"REGIONAL_REQUIREMENTS", "FEDERAL_LIST"}) {
            var mark = """
                    {"organisationId": "%s", "kind": "%s", "fulfilled": true, "since": "2025-01-01", "until": "2026-01-01", "document": "Приказ 7"}"""
                    .formatted(institute, kind);
            post(perm, "provider-marks", mark.replace(", \"document\": \"Приказ 7\"", "")).expectStatus().isEqualTo(422);
            var id = created(perm, "provider-marks", mark);
            var query = "provider-marks?fulfilled=true&organisationId=" + institute + "&kind=" + kind + "&on=";

            assertThat(ids(perm, query + "2025-12-31")).containsExactly(id);
            assertThat(ids(perm, query + "2026-01-01")).isEmpty();
            get(perm, "provider-marks/" + id).expectBody().jsonPath("$.document").isEqualTo("Приказ 7").jsonPath("$.since").isEqualTo("2025-01-01");
        }
    }

    private UUID organisation(String kind, String level) {
        return created(perm, "organisations", "{\"kind\": \"%s\", \"level\": \"%s\", \"name\": \"Организация %s\"}"
                .formatted(kind, level, UUID.randomUUID()));
    }

    private UUID person(String category) {
        return created(perm, "people", Registry.teacher("Фамилия" + UUID.randomUUID(), institute).replace("\"FIRST\"", "\"" + category + "\""));
    }

    private UUID body(String kind, String more) {
        return created(perm, "bodies", text(kind, more));
    }

    private static String text(String kind, String more) {
        return "{\"kind\": \"%s\", \"level\": \"REGIONAL\", \"title\": \"Объединение %s\", ".formatted(kind, UUID.randomUUID()) + more + "}";
    }

    private static String member(UUID body, UUID person, String as) {
        return "{\"bodyId\": \"%s\", \"personId\": \"%s\", \"admittedAs\": \"%s\", \"consentOn\": \"2025-01-09\", \"since\": \"2025-01-10\"}"
                .formatted(body, person, as);
    }
}
