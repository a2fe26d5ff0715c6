package ru.nms.registry.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Shelf.ids;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.organisation.Equipment;

/// One code leads from the equipment of an organisation to its sites and to what is learnt there.
class EquipmentComponentTest {

    private final UUID abatskiy = municipality("Абатский");

    @ParameterizedTest
    @Clause({"REG-040", "REG-166", "REG-171"})
    @EnumSource(Equipment.class)
    void isCalledTheSameAtOrganisationsSitesAndInternships(Equipment equipment) {
        var owner = school("\"%s\"".formatted(equipment));
        var site = created("sites", site(owner, equipment.name()));
        var programme = created("internship-programmes", programme(site, equipment.name()));

        for (var other : Equipment.values()) {
            boolean same = other == equipment;
            assertThat(ids(coordinator(), "organisations?q=" + owner.name + "&infrastructure=" + other)).isEqualTo(only(same, owner.id));
            assertThat(ids(TYUMEN.anonymous(), "sites/open?organisationId=" + owner.id + "&equipment=" + other)).isEqualTo(only(same, site));
            assertThat(ids(coordinator(), "internship-programmes?siteId=" + site + "&equipment=" + other)).isEqualTo(only(same, programme));
        }
    }

    @Test
    @Clause({"REG-166", "REG-171"})
    void isNothingThatOrganisationsCannotHave() {
        var owner = school("");
        var site = created("sites", site(owner, "IT_CUBE"));

        post(coordinator(), "sites", site(owner, "POINT_OF_GROWTH")).expectStatus().isBadRequest();
        post(coordinator(), "internship-programmes", programme(site, "COORDINATOR_CENTRE")).expectStatus().isBadRequest();
    }

    @Test
    @Clause("REG-166")
    void standsInFilesOfSitesAndInternshipsUnderTheSameName() {
        var owner = school("");
        var site = created("sites", site(owner, "CNPPM_EQUIPMENT"));
        created("internship-programmes", programme(site, "CNPPM_EQUIPMENT"));

        assertThat(csv("sites?organisationId=" + owner.id)).contains(";Оборудование ЦНППМ");
        assertThat(csv("internship-programmes?siteId=" + site)).contains(";Оборудование ЦНППМ");
    }

    private static String csv(String path) {
        return requireNonNull(coordinator().get().uri("/api/registry/v1/" + path).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    private record School(UUID id, String name) {}

    private School school(String equipment) {
        var name = "Школа " + UUID.randomUUID();
        var infrastructure = equipment.isEmpty() ? "" : "{\"kind\": " + equipment + "}";
        return new School(created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "%s", "municipalityId": "%s", "details": {"infrastructure": [%s]}}"""
                .formatted(name, abatskiy, infrastructure)), name);
    }

    private static List<UUID> only(boolean found, UUID id) {
        return found ? List.of(id) : List.of();
    }

    private static String site(School owner, String equipment) {
        return """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "Площадка %s", "capacity": 5, "since": "2025-01-01",
                 "selectedOn": "2024-12-01", "experience": "Победы учеников", "equipment": ["%s"]}"""
                .formatted(owner.id, UUID.randomUUID(), equipment);
    }

    private static String programme(UUID site, String equipment) {
        return """
                {"siteId": "%s", "title": "Стажировка", "topic": "Физика", "form": "GROUP", "hours": 24, "equipment": ["%s"]}"""
                .formatted(site, equipment);
    }
}
