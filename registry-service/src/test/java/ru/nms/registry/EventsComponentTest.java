package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;

/// What the registry says on its topics has the form of the golden files that all listeners are tested with.
class EventsComponentTest {

    private final UUID golyshmanovskiy = municipality("Голышмановский");
    private final UUID school = school(golyshmanovskiy);
    private final UUID person = teacher(school);

    @Test
    void announcesMunicipalitiesOfTheProfile() {
        Heard.on(MunicipalityChanged.TOPIC, golyshmanovskiy).hasTheFormOfTheGoldenFile();
    }

    @Test
    void announcesOrganisations() {
        var id = created("organisations", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(UUID.randomUUID()));

        Heard.on(OrganisationChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
    }

    @Test
    void announcesPeopleWithoutNameAndBirthDate() {
        var lastName = "Редкая" + UUID.randomUUID();
        var id = created("people", teacher(lastName, school));

        var heard = Heard.on(PersonChanged.TOPIC, id);
        heard.hasTheFormOfTheGoldenFile();
        assertThat(heard.text()).doesNotContain(lastName, "1998-03-01");
        assertThat(heard.json().at("/youngFrom").asString()).isEqualTo("2025-09-01");
        assertThat(heard.json().at("/youngUntil").asString()).isEqualTo("2028-09-01");
        assertThat(heard.json().at("/posts/0/municipalityId").asString()).isEqualTo(golyshmanovskiy.toString());
        assertThat(heard.json().at("/posts/0/teaching").asBoolean()).isTrue();
    }

    @Test
    void announcesNamesApart() {
        var heard = Heard.on(PersonIdentityChanged.TOPIC, person);

        heard.hasTheFormOfTheGoldenFile();
        assertThat(heard.text()).doesNotContain("1998-03-01", "TEACHER");
    }

    @Test
    void announcesMethodistsAndWhomTheyAccompany() {
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "MUNICIPAL", "municipalityId": "%s", "since": "2026-01-01", "until": "2030-01-01"}"""
                .formatted(person, golyshmanovskiy));
        var assignment = created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2026-02-01"}""".formatted(methodist, teacher(school)));

        Heard.on(MethodistChanged.TOPIC, methodist).hasTheFormOfTheGoldenFile();
        Heard.on(AssignmentChanged.TOPIC, assignment).hasTheFormOfTheGoldenFile();
        assertThat(Heard.on(AssignmentChanged.TOPIC, assignment).json().at("/methodistPersonId").asString())
                .isEqualTo(person.toString());
    }

    @Test
    void saysNothingWhenNothingChanged() {
        var body = school("Школа " + UUID.randomUUID(), golyshmanovskiy);
        var id = created("organisations", body);
        put(coordinator(), "organisations/" + id, "\"1\"", body).expectStatus().isOk();
        var later = school(golyshmanovskiy);

        Heard.on(OrganisationChanged.TOPIC, later);
        assertThat(Heard.on(OrganisationChanged.TOPIC, id).times()).isEqualTo(1);
    }
}
