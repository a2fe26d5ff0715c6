package ru.nms.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class SearchComponentTest {

    private final UUID golyshmanovskiy = municipality("Голышмановский");
    private final String mark = "метка" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Clause("GW-011")
    void findsByNameAndAliasInAllRegisters() {
        var school = created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Школа Ёлочка %s", "aliases": ["Лесная %s"],
                 "municipalityId": "%s"}""".formatted(mark, mark, golyshmanovskiy));
        var person = created("people", teacher("Фамилия" + mark, school));
        var community = created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "MUNICIPAL", "title": "Круг %s", "scope": "INTER_SUBJECT",
                 "networked": false, "young": false, "municipalityId": "%s"}""".formatted(mark, golyshmanovskiy));

        assertThat(found(coordinator(), mark)).containsExactlyInAnyOrder(school, person, community);
        assertThat(found(coordinator(), mark + " елочка ШКОЛА")).containsExactly(school);
        assertThat(found(coordinator(), "лесная " + mark)).containsExactly(school);
        assertThat(found(coordinator(), "Голышмановский ГО")).contains(golyshmanovskiy);
    }

    @Test
    void findsOnlyWhatTheCallerSees() {
        var school = school(golyshmanovskiy);
        var person = created("people", teacher("Фамилия" + mark, school));

        assertThat(found(TYUMEN.as(Role.ORGANISATION, null, school, null), mark)).containsExactly(person);
        assertThat(found(TYUMEN.as(Role.TEACHER, UUID.randomUUID()), mark)).isEmpty();
    }

    @Test
    void asksForThreeLettersAtLeast() {
        get(coordinator(), "search?q=аб").expectStatus().isBadRequest();
        get(coordinator(), "search?q=абв").expectStatus().isOk();
    }

    private static List<UUID> found(WebTestClient http, String words) {
        List<UUID> ids = new ArrayList<>();
        get(http, "search?q=" + words).expectStatus().isOk().expectBody().jsonPath("$.items[*].id")
                .value(List.class, found -> found.forEach(id -> ids.add(UUID.fromString(String.valueOf(id)))));
        return ids;
    }
}
