package ru.nms.registry.act;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.created;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

/// The acts of each region, as its profile brings them.
class RegionActsComponentTest {

    @Test
    @Clause("REG-181")
    void knowsTheChainOfPerm() {
        var perm = Shelf.in("perm").as(Role.COORDINATOR);
        for (var repealed : List.of("679", "778", "651")) {
            get(perm, "acts?number=26-01-06-" + repealed).expectStatus().isOk().expectBody()
                    .jsonPath("$.items[0].repealedBy[0].number").isEqualTo("26-01-06-351")
                    .jsonPath("$.items[0].repealedOn").isEqualTo("2023-04-19").jsonPath("$.items[0].status").isEqualTo("ENDED");
        }
        get(perm, "acts?number=26-01-06-545").expectBody().jsonPath("$.items[0].date").isEqualTo("2022-06-10")
                .jsonPath("$.items[0].amendedBy[*].number").value(found -> assertThat(found).asList()
                        .containsExactly("26-01-06-1200", "26-01-06-317"))
                .jsonPath("$.items[0].status").isEqualTo("IN_FORCE");

        assertThat(numbers(perm, "2023-04-18")).contains("26-01-06-545", "26-01-06-679", "26-01-06-778", "26-01-06-651")
                .doesNotContain("26-01-06-351", "26-01-06-355");
        assertThat(numbers(perm, "2023-04-19")).contains("26-01-06-545", "26-01-06-351")
                .doesNotContain("26-01-06-679", "26-01-06-778", "26-01-06-651");
    }

    @Test
    @Clause("REG-187")
    void checksTheFourOrdersThatSevastopolMustIssue() {
        var sevastopol = Registry.sevastopol().as(Role.COORDINATOR);
        get(sevastopol, "act-presence").expectBody().jsonPath("$.items[?(@.required == true)].purpose").value(found -> assertThat(found).asList()
                .containsExactly("ACT-REGULATION", "ACT-CURATOR", "ACT-NETWORK", "ACT-PLAN"));
        get(sevastopol, "act-presence?on=2022-01-31").expectBody().jsonPath("$.items[?(@.required == true && @.present == true)]").isEmpty();

        created(sevastopol, "acts", """
                {"kind": "ORDER", "number": "%s", "date": "2022-02-01", "title": "Об ответственном за паспорт", "purposes": ["ACT-CURATOR"]}"""
                .formatted(UUID.randomUUID()));

        get(sevastopol, "act-presence?on=2022-02-01").expectBody()
                .jsonPath("$.items[?(@.required == true && @.present == true)].purpose").isEqualTo("ACT-CURATOR");
        get(sevastopol, "act-presence?on=2022-01-31").expectBody().jsonPath("$.items[?(@.required == true && @.present == true)]").isEmpty();
        post(coordinator(), "acts", """
                {"kind": "ORDER", "number": "1", "date": "2022-02-01", "title": "Чужой", "purposes": ["ACT-CURATOR"]}""")
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("no-such-purpose");
    }

    @Test
    @Clause("REG-184")
    void listsTheMunicipalitiesWithoutATripartiteAgreementInForce() {
        var place = Registry.municipality("Викуловский");
        var sides = Registry.sides(place);
        var body = tripartite(place, sides.get(1), sides.get(0), sides.get(1), sides.get(2));
        post(coordinator(), "agreements", body.replace("\"municipalityId\": \"" + place + "\", ", "")).expectStatus().isEqualTo(422);
        post(coordinator(), "agreements", body.replace("{\"partyId\": \"" + sides.get(1), "{\"partyId\": \"" + place)).expectStatus().isEqualTo(422);
        var id = created("agreements", body);

        assertThat(without(coordinator(), "2025-01-01")).contains(place);
        act(coordinator(), "agreements/" + id + "/signing", 1, "").expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("SIGNED").jsonPath("$.obligations[0].text").isEqualTo("Обучать работников ММС");
        assertThat(without(coordinator(), "2025-01-01")).doesNotContain(place).isNotEmpty();
        assertThat(without(coordinator(), "2024-12-31")).contains(place);
        assertThat(without(coordinator(), "2025-12-31")).doesNotContain(place);
        assertThat(without(coordinator(), "2026-01-01")).contains(place);
        act(coordinator(), "agreements/" + id + "/ending", 2, "{\"on\": \"2025-06-01\"}").expectStatus().isOk();
        assertThat(without(coordinator(), "2025-05-31")).doesNotContain(place);
        assertThat(without(coordinator(), "2025-06-01")).contains(place);
    }

    @Test
    @Clause("REG-184")
    void concludesATripartiteAgreementBetweenTheMinistryTheInstituteAndTheMunicipalityOnly() {
        var place = Registry.municipality("Викуловский");
        var sides = Registry.sides(place);
        var elsewhere = Registry.sides(Registry.municipality("Абатский")).get(2);
        var school = Registry.school(place);

        refused(tripartite(place, school, school, Registry.school(place)), "/partyIds party-missing", "/partyIds party-missing",
                "/partyIds/0 neither-side", "/partyIds/1 neither-side");
        refused(tripartite(place, sides.get(1), sides.get(1), sides.get(2)), "/partyIds party-missing");
        refused(tripartite(place, sides.get(0), sides.get(0), sides.get(2)), "/partyIds party-missing");
        refused(tripartite(place, sides.get(0), sides.get(0), sides.get(1), elsewhere), "/partyIds/2 neither-side");
        refused(tripartite(place, sides.get(0), sides.get(0), sides.get(1), school), "/partyIds/2 neither-side");
        created("agreements", tripartite(place, sides.get(0), sides.get(0), sides.get(1)));
    }

    /// Each with the clause that says so.
    private static void refused(String body, String... faults) {
        post(coordinator(), "agreements", body).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors").value(found -> {
                    var errors = ((List<?>) found).stream().map(it -> (Map<?, ?>) it).toList();
                    assertThat(errors).extracting(it -> it.get("pointer") + " " + it.get("code")).containsExactly(faults);
                    assertThat(errors).allSatisfy(it -> assertThat(it.get("clause")).asString().isNotBlank());
                });
    }

    private static String tripartite(UUID place, UUID duty, UUID... parties) {
        return """
                {"kind": "TRIPARTITE", "number": "%s", "title": "О взаимодействии", "since": "2025-01-01", "until": "2026-01-01",
                 "partyIds": ["%s"], "municipalityId": "%s", "obligations": [{"partyId": "%s", "text": "Обучать работников ММС"}]}"""
                .formatted(UUID.randomUUID(), Stream.of(parties).map(UUID::toString).collect(Collectors.joining("\", \"")), place, duty);
    }

    @Test
    @Clause("REG-184")
    void missesNoneWhereTheRegionHasNoMunicipalities() {
        var sevastopol = Registry.sevastopol().as(Role.COORDINATOR);

        assertThat(without(sevastopol, "2025-01-01")).isEmpty();
        post(sevastopol, "agreements", """
                {"kind": "TRIPARTITE", "title": "О взаимодействии", "since": "2025-01-01"}""").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[?(@.code == 'no-municipal-level')].pointer").isEqualTo("/kind")
                .jsonPath("$.errors[?(@.code == 'no-municipal-level')].clause").isNotEmpty();
    }

    @Test
    @Clause("REG-185")
    void keepsAgreementsBetweenSubjectsWithTheObligationsOfEach() {
        var place = Registry.municipality("Абатский");
        var one = Registry.school(place);
        var other = Registry.school(place);
        var body = """
                {"kind": "CONTRACT", "number": "%s", "title": "О сотрудничестве", "since": "2025-01-01", "partyIds": ["%s", "%s"],
                 "obligations": [{"partyId": "%s", "text": "Принять стажёров"}, {"partyId": "%s", "text": "Направить стажёров"}]}"""
                .formatted(UUID.randomUUID(), one, other, one, other);
        post(coordinator(), "agreements", body.replace(", \"" + other + "\"]", "]")).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[*].code").value(codes -> assertThat(codes).asList().contains("two-parties", "not-a-party"));
        var id = created("agreements", body);

        get(coordinator(), "agreements?partyId=" + other).expectBody().jsonPath("$.items[0].id").isEqualTo(id.toString())
                .jsonPath("$.items[0].obligations[1].partyId").isEqualTo(other.toString());
    }

    @Test
    @Clause({"REG-189", "REG-190"})
    void checksTheConceptDocumentsOfEachMunicipalService() {
        var place = Registry.municipality("Армизонский");
        var body = """
                {"municipalityId": "%s", "part": "банк практик", "title": "Банк практик", "approvedOn": "2022-01-01", "versionOn": "%s"}""";
        get(coordinator(), "concept-check").expectBody().jsonPath("$.mainActDate").isEqualTo("2023-06-08")
                .jsonPath("$.items[?(@.municipalityId == '%s')].part".formatted(place)).value(parts -> assertThat(parts).asList().containsExactly(
                        "система повышения мастерства", "программа поддержки молодых", "программа наставничества", "банк практик",
                        "сообщество молодых"));
        post(coordinator(), "concept-documents", body.formatted(place, "2023-06-07").replace("банк", "склад")).expectStatus().isEqualTo(422);

        assertThat(state(place)).isEqualTo("MISSING");
        var id = created("concept-documents", body.formatted(place, "2023-06-07"));
        assertThat(state(place)).isEqualTo("OUTDATED");
        Registry.put(coordinator(), "concept-documents/" + id, "\"1\"", body.formatted(place, "2023-06-08")).expectStatus().isOk();
        assertThat(state(place)).isEqualTo("CURRENT");
        get(coordinator(), "concept-documents/" + id).expectBody().jsonPath("$.versionOn").isEqualTo("2023-06-08");
    }

    private static String state(UUID place) {
        var found = new ArrayList<String>();
        get(coordinator(), "concept-check").expectBody()
                .jsonPath("$.items[?(@.municipalityId == '%s' && @.part == 'банк практик')].state".formatted(place))
                .value(states -> ((List<?>) states).forEach(state -> found.add(String.valueOf(state))));
        return found.getFirst();
    }

    private static List<UUID> without(WebTestClient http, String on) {
        return Shelf.ids(http, "municipalities-without-agreement?on=" + on);
    }

    private static List<String> numbers(WebTestClient http, String on) {
        var found = new ArrayList<String>();
        get(http, "acts?limit=200&on=" + on).expectStatus().isOk().expectBody().jsonPath("$.items[*].number")
                .value(numbers -> ((List<?>) numbers).forEach(number -> found.add(String.valueOf(number))));
        return found;
    }
}
