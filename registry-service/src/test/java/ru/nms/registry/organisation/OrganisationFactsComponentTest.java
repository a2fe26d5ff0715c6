package ru.nms.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.OrganisationChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;

/// What is known of an organisation beyond its identity, and what becomes of it over the years.
class OrganisationFactsComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID uvatskiy = municipality("Уватский");
    private final String name = "Школа " + UUID.randomUUID();

    private UUID with(String details) {
        return created("organisations", detailed("SCHOOL", "INSTITUTIONAL", name, abatskiy, details));
    }

    private static String detailed(String kind, String level, String name, UUID municipality, String details) {
        return """
                {"kind": "%s", "level": "%s", "name": "%s", "municipalityId": "%s", "details": {%s}}"""
                .formatted(kind, level, name, municipality, details);
    }

    private void finds(String query, UUID... ids) {
        get(coordinator(), "organisations?limit=200&" + query + "&q=" + name).expectStatus().isOk().expectBody().jsonPath("$.items[*].id")
                .value(found -> assertThat(found).asList().containsExactlyInAnyOrder(Arrays.stream(ids).map(UUID::toString).toArray()));
    }

    @Test
    @Clause({"REG-030", "REG-050"})
    void keepsFormContactsAndWhoAnswersForTheSystem() {
        var person = teacher(school(abatskiy));
        var id = with("""
                "legalForm": "МАОУ", "contacts": {"phone": "+7 34556 4-15-09", "email": "school@example.org"},
                "responsible": [{"personId": "%s", "duty": "Уполномоченный по РС НМС", "phone": "4-15-10"}]""".formatted(person));

        get(coordinator(), "organisations/" + id).expectBody()
                .jsonPath("$.kind").isEqualTo("SCHOOL").jsonPath("$.level").isEqualTo("INSTITUTIONAL")
                .jsonPath("$.municipalityId").isEqualTo(abatskiy.toString())
                .jsonPath("$.details.legalForm").isEqualTo("МАОУ")
                .jsonPath("$.details.contacts.phone").isEqualTo("+7 34556 4-15-09")
                .jsonPath("$.details.responsible[0].personId").isEqualTo(person.toString())
                .jsonPath("$.details.responsible[0].phone").isEqualTo("4-15-10");
        get(TYUMEN.as(Role.ASSESSOR), "organisations/" + id).expectBody()
                .jsonPath("$.details.contacts.email").isEqualTo("school@example.org").jsonPath("$.details.responsible").isEmpty();
        post(coordinator(), "organisations", detailed("SCHOOL", "INSTITUTIONAL", name + "А", abatskiy,
                "\"responsible\": [{\"personId\": \"%s\", \"duty\": \"Куратор\"}]".formatted(UUID.randomUUID())))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("unknown-person");
        finds("legalForm=МАОУ", id);
    }

    @Test
    void leavesWhatADraftDoesNotMention() {
        var id = with("\"flags\": [\"LOW_RESULTS\"]");

        put(coordinator(), "organisations/" + id, "\"1\"", school(name, abatskiy)).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"1\"").expectBody().jsonPath("$.details.flags[0]").isEqualTo("LOW_RESULTS");
    }

    @Test
    @Clause("REG-039")
    void showsAndFindsSchoolsByTheirFlags() {
        var id = with("\"flags\": [\"LOW_RESULTS\", \"DISADVANTAGED\"]");

        get(coordinator(), "organisations/" + id).expectBody().jsonPath("$.details.flags.length()").isEqualTo(2);
        finds("flag=LOW_RESULTS", id);
        finds("flag=DISADVANTAGED", id);
        put(coordinator(), "organisations/" + id, "\"1\"", detailed("SCHOOL", "INSTITUTIONAL", name, abatskiy, "\"flags\": [\"DISADVANTAGED\"]"))
                .expectStatus().isOk();
        finds("flag=LOW_RESULTS");
        finds("flag=DISADVANTAGED", id);
        post(coordinator(), "organisations", detailed("MMS", "MUNICIPAL", name, abatskiy, "\"flags\": [\"LOW_RESULTS\"]"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("not-a-school");
    }

    @Test
    @Clause("REG-040")
    void keepsEquipmentOfTheNationalProject() {
        var id = with("\"infrastructure\": [{\"kind\": \"GROWTH_POINT\", \"since\": \"2021-09-01\"}, {\"kind\": \"MOBILE_QUANTORIUM\"}]");

        finds("infrastructure=GROWTH_POINT", id);
        finds("infrastructure=MOBILE_QUANTORIUM", id);
        finds("infrastructure=IT_CUBE");
        var others = created("organisations", detailed("SCHOOL", "INSTITUTIONAL", name + " вторая", abatskiy, """
                "infrastructure": [{"kind": "QUANTORIUM"}, {"kind": "IT_CUBE"}, {"kind": "CNPPM_EQUIPMENT"}]"""));
        for (var kind : List.of("QUANTORIUM", "IT_CUBE", "CNPPM_EQUIPMENT")) {
            finds("infrastructure=" + kind, others);
        }
        get(coordinator(), "organisations/" + id).expectBody().jsonPath("$.details.infrastructure[0].since").isEqualTo("2021-09-01");
    }

    @Test
    @Clause("REG-041")
    void choosesTheBaseOfAnIndicatorByKindOfEducation() {
        var both = with("\"educationKinds\": [\"PRESCHOOL\", \"GENERAL\"]");
        var college = created("organisations", detailed("SCHOOL", "INSTITUTIONAL", name + " колледж", abatskiy, "\"educationKinds\": [\"VOCATIONAL\"]"));
        var teacher = teacher(both);
        var lecturer = teacher(college);

        finds("educationKind=PRESCHOOL", both);
        finds("educationKind=VOCATIONAL", college);
        finds("educationKind=ADDITIONAL");
        base("organisationId=" + both + "&educationKind=GENERAL", teacher);
        base("organisationId=" + college + "&educationKind=GENERAL");
        base("organisationId=" + college + "&educationKind=VOCATIONAL", lecturer);
        assertThat(Heard.on(OrganisationChanged.TOPIC, both).json().at("/educationKinds/1").asString()).isEqualTo("GENERAL");
    }

    private static void base(String query, UUID... people) {
        get(coordinator(), "people?teaching=true&" + query).expectBody().jsonPath("$.items[*].id")
                .value(found -> assertThat(found).asList().containsExactlyInAnyOrder(Arrays.stream(people).map(UUID::toString).toArray()));
    }

    @Test
    @Clause("REG-012")
    void computesStaffingRateAndNeedBySubject() {
        var id = with("""
                "staffing": [{"subject": "Физика", "planned": 3, "filled": 2}, {"subject": "Химия", "planned": 1.5, "filled": 1.5}]""");
        var second = created("organisations", detailed("SCHOOL", "INSTITUTIONAL", name + " вторая", abatskiy,
                "\"staffing\": [{\"subject\": \"физика\", \"planned\": 2, \"filled\": 0.5}]"));

        get(coordinator(), "staffing?organisationId=" + id).expectBody()
                .jsonPath("$.planned").isEqualTo(4.5).jsonPath("$.filled").isEqualTo(3.5)
                .jsonPath("$.rate").isEqualTo(77.8).jsonPath("$.need").isEqualTo(1.0)
                .jsonPath("$.subjects[0].subject").isEqualTo("Физика").jsonPath("$.subjects[0].rate").isEqualTo(66.7)
                .jsonPath("$.subjects[0].need").isEqualTo(1).jsonPath("$.subjects[1].need").isEqualTo(0.0);
        get(TYUMEN.as(Role.ORGANISATION, null, second, null), "staffing").expectBody()
                .jsonPath("$.subjects.length()").isEqualTo(1).jsonPath("$.rate").isEqualTo(25.0).jsonPath("$.need").isEqualTo(1.5);
        get(coordinator(), "staffing?municipalityId=" + abatskiy).expectBody()
                .jsonPath("$.subjects.length()").isEqualTo(2).jsonPath("$.subjects[0].planned").isEqualTo(5)
                .jsonPath("$.subjects[0].need").isEqualTo(2.5);
        get(coordinator(), "staffing?organisationId=" + school(abatskiy)).expectBody().jsonPath("$.rate").doesNotExist();
        post(coordinator(), "organisations", detailed("SCHOOL", "INSTITUTIONAL", name + "А", abatskiy,
                "\"staffing\": [{\"subject\": \"Физика\", \"planned\": 1, \"filled\": 1.01}]"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("filled-above-planned");
    }

    @Test
    @Clause({"REG-035", "REG-036", "REG-037"})
    void countsMethodServicesByFormAgainstTheMunicipalities() {
        var perm = Registry.perm().as(Role.COORDINATOR);
        var berezniki = Registry.municipality(perm, "Березники");
        post(perm, "organisations", detailed("MUNICIPAL_AUTHORITY", "MUNICIPAL", "УО " + name, berezniki, "")).expectStatus().isCreated();
        var others = new int[1];
        get(perm, "municipal-method-services/summary").expectBody()
                .jsonPath("$.forms[*].recorded").value(all -> assertThat(all).asList().containsExactly(0, 0, 0))
                .jsonPath("$.withoutForm").value(all -> others[0] = ((Number) all).intValue());

        post(perm, "organisations", detailed("MMS", "MUNICIPAL", name, berezniki, "\"legalForm\": \"OTHER_ORGANIZATION\"")).expectStatus().isCreated();

        get(perm, "municipal-method-services/summary").expectBody()
                .jsonPath("$.municipalities").isEqualTo(43)
                .jsonPath("$.mismatch[?(@.what == 'REPORTED')].difference").isEqualTo(3)
                .jsonPath("$.forms[*].code").value(all -> assertThat(all).asList()
                        .containsExactly("OWN_LEGAL_ENTITY", "OTHER_ORGANIZATION", "AUTHORITY_SPECIALISTS"))
                .jsonPath("$.forms[*].reported").value(all -> assertThat(all).asList().containsExactly(17, 8, 21))
                .jsonPath("$.forms[*].recorded").value(all -> assertThat(all).asList().containsExactly(0, 1, 0))
                .jsonPath("$.mismatch[?(@.what == 'RECORDED')].difference").isEqualTo(1 + others[0] - 43);
        get(perm, "organisations?municipalityId=" + berezniki + "&kind=MMS&q=" + name).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(perm, "organisations?municipalityId=" + berezniki + "&kind=MUNICIPAL_AUTHORITY&q=" + name).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        post(perm, "organisations", detailed("MMS", "MUNICIPAL", name + "А", berezniki, "\"legalForm\": \"ООО\""))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("no-such-legal-form")
                .jsonPath("$.errors[0].clause").value(Registry.citing("789"));
    }

    @Test
    @Clause("REG-052")
    void listsFederalCentresForEverybody() {
        var id = created("organisations", """
                {"kind": "FEDERAL_SCIENTIFIC_CENTRE", "level": "FEDERAL", "name": "%s"}""".formatted(name));

        finds("kind=FEDERAL_SCIENTIFIC_CENTRE&level=FEDERAL", id);
        get(TYUMEN.as(Role.PROVIDER), "organisations/" + id).expectStatus().isOk();
        assertThat(Heard.on(OrganisationChanged.TOPIC, id).json().at("/kind").asString()).isEqualTo("FEDERAL_SCIENTIFIC_CENTRE");
        post(coordinator(), "organisations", """
                {"kind": "FEDERAL_COORDINATOR", "level": "FEDERAL", "name": "%s"}""".formatted(name)).expectStatus().isEqualTo(422);
    }

    @Test
    @Clause({"REG-053", "REG-030"})
    void findsARenamedSchoolByItsOldNameAndCallsItSoOnThatDay() {
        var id = created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "%s", "municipalityId": "%s", "openedOn": "2010-09-01"}""".formatted(name, abatskiy));
        var fresh = "Лицей " + UUID.randomUUID();
        var renamed = """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "%s", "municipalityId": "%s", "renamedOn": "%s"}""";

        put(coordinator(), "organisations/" + id, "\"1\"", renamed.formatted(fresh, abatskiy, "2010-09-01")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("rename-out-of-order");
        put(coordinator(), "organisations/" + id, "\"1\"", renamed.formatted(fresh, abatskiy, "2024-01-01")).expectStatus().isOk()
                .expectBody().jsonPath("$.formerNames[0].name").isEqualTo(name).jsonPath("$.formerNames[0].until").isEqualTo("2024-01-01");

        finds("sort=name", id);
        get(coordinator(), "organisations/" + id).expectBody().jsonPath("$.name").isEqualTo(fresh).jsonPath("$.openedOn").isEqualTo("2010-09-01");
        get(coordinator(), "organisations/" + id + "?on=2023-12-31").expectBody().jsonPath("$.name").isEqualTo(name);
        get(coordinator(), "organisations/" + id + "?on=2024-01-01").expectBody().jsonPath("$.name").isEqualTo(fresh);
        finds("on=2010-08-31");
        finds("on=2010-09-01", id);
    }

    @Test
    @Clause("REG-053")
    void keepsBothSidesOfAMerger() {
        var first = with("");
        var second = created("organisations", school(name + " вторая", abatskiy));
        var heir = created("organisations", school(name + " объединённая", abatskiy));
        var teacher = teacher(first);

        post(coordinator(), "reorganisations", act("MERGER", first + "\", \"" + second, heir)).expectStatus().isCreated()
                .expectBody().jsonPath("$[0].closedOn").isEqualTo("2026-01-01").jsonPath("$[0].successors[0]").isEqualTo(heir.toString());

        finds("on=2025-12-31", first, second, heir);
        finds("on=2026-01-01", heir);
        finds("successorId=" + heir, first, second);
        get(coordinator(), "people?on=2025-12-31&organisationId=" + first).expectBody().jsonPath("$.items[0].id").isEqualTo(teacher.toString());
        var told = Heard.on(OrganisationChanged.TOPIC, second, 2).json();
        assertThat(told.at("/successors/0").asString()).isEqualTo(heir.toString());
        assertThat(told.at("/closedOn").asString()).isEqualTo("2026-01-01");
        for (var side : List.of(first, second, heir)) {
            get(coordinator(), "organisations/" + side + "/reorganisations").expectStatus().isOk().expectBody()
                    .jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].kind").isEqualTo("MERGER").jsonPath("$[0].on").isEqualTo("2026-01-01")
                    .jsonPath("$[0].document").isEqualTo("Постановление 1")
                    .jsonPath("$[0].predecessors[*].id").value(ids -> assertThat(ids).asList().containsExactly(first.toString(), second.toString()))
                    .jsonPath("$[0].successors[0].name").isEqualTo(name + " объединённая");
        }
        post(coordinator(), "reorganisations", act("ACCESSION", first.toString(), heir)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("closed-organisation");
    }

    @Test
    @Clause("REG-053")
    void leavesOpenWhatGivesOnlyPartOfItsWork() {
        var school = with("");
        var heir = created("organisations", school(name + " выделенная", uvatskiy));

        post(coordinator(), "reorganisations", act("SEPARATION", school.toString(), heir)).expectStatus().isCreated();
        post(coordinator(), "reorganisations", act("DIVISION", school.toString(), heir)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/successors");

        finds("on=2026-01-01", school, heir);
        get(coordinator(), "organisations/" + school).expectBody().jsonPath("$.successors[0]").isEqualTo(heir.toString());
    }

    private static String act(String kind, String before, UUID after) {
        return """
                {"kind": "%s", "on": "2026-01-01", "document": "Постановление 1", "predecessors": ["%s"], "successors": ["%s"]}"""
                .formatted(kind, before, after);
    }
}
