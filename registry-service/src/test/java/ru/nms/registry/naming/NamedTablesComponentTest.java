package ru.nms.registry.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.registry.Registry;

class NamedTablesComponentTest {

    private final String mark = UUID.randomUUID().toString();
    private final UUID place = municipality("Викуловский");
    private final UUID school = created("organisations", school("Школа " + mark, place));
    private final UUID person = created("people", teacher("Первая" + mark, school));

    @Test
    void namesOrganisationsAndMunicipalities() {
        created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Филиал %s", "municipalityId": "%s", "parentId": "%s"}"""
                .formatted(mark, place, school));

        assertThat(csv(coordinator(), "organisations?q=филиал " + mark).getLast()).contains(";Викуловский;Школа " + mark + ";")
                .doesNotContain(school.toString());
        assertThat(csv(coordinator(), "people?q=" + mark).getFirst()).contains(";Организация;");
        assertThat(csv(coordinator(), "people?q=" + mark).getLast()).contains("Школа " + mark).doesNotContain(school.toString());
    }

    @Test
    void namesPeopleToThoseWhoSeeThem() {
        var foreign = created("people", teacher("Вторая" + mark, school(municipality("Абатский"))));
        var methodist = created("methodists", """
                {"personId": "%s", "kind": "MUNICIPAL", "municipalityId": "%s", "since": "2026-01-01"}""".formatted(foreign, place));
        created("assignments", "{\"methodistId\": \"%s\", \"personId\": \"%s\", \"since\": \"2026-02-01\"}".formatted(methodist, person));
        var mine = TYUMEN.as(Role.MUNICIPALITY, null, null, place);

        assertThat(csv(coordinator(), "methodists?personId=" + foreign).getLast()).contains("Вторая" + mark).contains(";Викуловский;");
        assertThat(csv(mine, "methodists?personId=" + foreign).getLast()).doesNotContain("Вторая").contains(";Викуловский;");
        assertThat(csv(coordinator(), "assignments?personId=" + person).getLast()).contains("Вторая" + mark, "Первая" + mark);
        assertThat(csv(mine, "assignments?personId=" + person).getLast()).contains("Первая" + mark).doesNotContain("Вторая");
    }

    private static List<String> csv(WebTestClient who, String path) {
        return Objects.requireNonNull(who.get().uri("/api/registry/v1/" + path).header("Accept", "text/csv").exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody()).lines().toList();
    }

    private static String teacher(String lastName, UUID organisation) {
        return Registry.teacher(lastName, organisation);
    }
}
