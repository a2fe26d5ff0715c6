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

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;

class OrganisationComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID yarkovskiy = municipality("Ярковский");
    private final String name = "Школа " + UUID.randomUUID();

    @Test
    @Clause("PRF-04")
    void opensAnOrganisationAndShowsIt() {
        var location = post(coordinator(), "organisations", school(name, abatskiy)).expectStatus().isCreated()
                .expectHeader().valueEquals("ETag", "\"1\"")
                .expectBody().jsonPath("$.version").isEqualTo(1)
                .returnResult().getResponseHeaders().getLocation();

        coordinator().get().uri(String.valueOf(location)).exchange().expectStatus().isOk()
                .expectBody()
                .jsonPath("$.kind").isEqualTo("SCHOOL")
                .jsonPath("$.level").isEqualTo("INSTITUTIONAL")
                .jsonPath("$.name").isEqualTo(name)
                .jsonPath("$.municipalityId").isEqualTo(abatskiy.toString());
    }

    @Test
    @Clause("PRF-04")
    void namesTheClauseOfAKindTheRegionLacks() {
        post(coordinator(), "organisations", """
                {"kind": "MMS", "level": "REGIONAL", "name": "ММС", "municipalityId": "%s", "parentId": "%s"}"""
                .formatted(UUID.randomUUID(), UUID.randomUUID()))
                .expectStatus().isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()").isEqualTo(3)
                .jsonPath("$.errors[?(@.pointer == '/level')].code").isEqualTo("wrong-level")
                .jsonPath("$.errors[?(@.pointer == '/level')].clause").value(Registry.citing("1003"))
                .jsonPath("$.errors[?(@.pointer == '/municipalityId')].code").isEqualTo("unknown-municipality")
                .jsonPath("$.errors[?(@.pointer == '/parentId')].code").isEqualTo("unknown-organisation");
    }

    @Test
    void namesAllMissingFields() {
        post(coordinator(), "organisations", "{\"name\": \" \"}").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors.length()").isEqualTo(3);
        post(coordinator(), "organisations", "{\"coordinates\": true}").expectStatus().isBadRequest();
    }

    @Test
    void refusesATwinHoweverItIsSpelt() {
        var first = created("organisations", school("Школа Ёлка " + name, abatskiy));

        post(coordinator(), "organisations", school(" школа  ЕЛКА " + name, abatskiy)).expectStatus().isEqualTo(409)
                .expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:organisation-exists")
                .jsonPath("$.existing").isEqualTo(first.toString());
        post(coordinator(), "organisations", school("Школа Ёлка " + name, yarkovskiy)).expectStatus().isCreated();
    }

    @Test
    @Clause("PRF-06")
    void acceptsOneCoordinatorOfTheRegion() {
        var cnppm = """
                {"kind": "CNPPM", "level": "REGIONAL", "name": "ЦНППМ %s"}""";

        post(coordinator(), "organisations", cnppm.formatted("первый")).expectStatus().isCreated();
        post(coordinator(), "organisations", cnppm.formatted("второй")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("second-coordinator")
                .jsonPath("$.errors[0].clause").isNotEmpty();
    }

    @Test
    @Clause("REG-031")
    void letsAnOrganisationBePartOfAnother() {
        var institute = created("organisations", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(name));
        var branch = created("organisations", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Филиал %s", "parentId": "%s"}""".formatted(name, institute));

        get(coordinator(), "organisations?parentId=" + institute).expectBody()
                .jsonPath("$.items[*].id").isEqualTo(branch.toString());
        put(coordinator(), "organisations/" + institute, "\"1\"", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s", "parentId": "%s"}""".formatted(name, branch))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("parent-below");
    }

    @Test
    void changesOverTheVersionThatWasRead() {
        var id = created("organisations", school(name, abatskiy));
        var renamed = school(name + " имени героя", abatskiy);

        put(coordinator(), "organisations/" + id, "\"1\"", renamed).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"").expectBody().jsonPath("$.name").isEqualTo(name + " имени героя");
        put(coordinator(), "organisations/" + id, "\"1\"", renamed).expectStatus().isEqualTo(412);
        put(coordinator(), "organisations/" + id, "\"2\"", renamed).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"");
        coordinator().put().uri("/api/registry/v1/organisations/" + id)
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON).bodyValue(renamed).exchange()
                .expectStatus().isEqualTo(428);
        put(coordinator(), "organisations/" + UUID.randomUUID(), "\"1\"", renamed).expectStatus().isNotFound();
    }

    @Test
    void freesTheNameOfAClosedOrganisation() {
        var id = created("organisations", school(name, abatskiy));
        put(coordinator(), "organisations/" + id, "\"1\"", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "%s", "municipalityId": "%s", "closedOn": "2026-06-30"}"""
                .formatted(name, abatskiy)).expectStatus().isOk();

        assertThat(created("organisations", school(name, abatskiy))).isNotEqualTo(id);
    }

    @Test
    void givesAMunicipalityItsOwn() {
        var theirs = school(yarkovskiy);
        var mine = TYUMEN.as(Role.MUNICIPALITY, null, null, abatskiy);

        post(mine, "organisations", school(name, abatskiy)).expectStatus().isCreated();
        post(mine, "organisations", school(name, yarkovskiy)).expectStatus().isForbidden();
        get(mine, "organisations/" + theirs).expectStatus().isNotFound();
        put(mine, "organisations/" + theirs, "\"1\"", school(name, yarkovskiy)).expectStatus().isNotFound();
        get(mine, "organisations?municipalityId=" + yarkovskiy + "&count=true").expectBody().jsonPath("$.total").isEqualTo(0);
        get(mine, "organisations?q=" + name).expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void showsATeacherTheOwnSchoolAndTheRegionalBodies() {
        var own = school(abatskiy);
        var other = school(abatskiy);
        var regional = created("organisations", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(name));
        var me = TYUMEN.as(Role.TEACHER, teacher(own));

        get(me, "organisations/" + own).expectStatus().isOk();
        get(me, "organisations/" + regional).expectStatus().isOk();
        get(me, "organisations/" + other).expectStatus().isNotFound();
    }

    @Test
    void filtersAndRefusesUnknownFilters() {
        var id = created("organisations", school(name, abatskiy));

        get(coordinator(), "organisations?kind=SCHOOL&level=INSTITUTIONAL&municipalityId=" + abatskiy + "&q=" + name)
                .expectBody().jsonPath("$.items[*].id").isEqualTo(id.toString());
        get(coordinator(), "organisations?type=SCHOOL").expectStatus().isBadRequest();
        get(coordinator(), "organisations?municipalityId=Абатский").expectStatus().isBadRequest();
    }
}
