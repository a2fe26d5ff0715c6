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
    @Clause({"GW-011", "PRF-25"})
    void findsAThingUnderAnyOfItsNamesWithWordsInAnyOrder() {
        var site = created("sites", """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "Площадка ЦНППМ ПР Ёлочка %s", "capacity": 2, "since": "2025-01-01",
                 "selectedOn": "2024-12-01", "experience": "Опыт"}""".formatted(school(golyshmanovskiy), mark));
        var act = letter("О ЦНППМПР");
        var register = letter("ФР ДПО и федеральный оператор");

        for (var name : new String[] {"ЦНППМ", "цнппм пр", "ЦНППМПР", "ЦНППМР"}) {
            assertThat(found(coordinator(), mark + " " + name)).as(name).containsExactlyInAnyOrder(site, act);
        }
        assertThat(found(coordinator(), "елочка %s площадка".formatted(mark))).containsExactly(site);
        assertThat(found(coordinator(), "ДПП %s ФР".formatted(mark))).containsExactly(register);
        assertThat(found(coordinator(), "координатор %s федеральный".formatted(mark))).containsExactly(register);
    }

    private UUID letter(String title) {
        return created("acts", """
                {"kind": "LETTER", "issuer": "Министерство", "number": "%s", "date": "2021-03-01", "title": "%s %s", "purposes": [],
                 "amendsIds": [], "repealsIds": [], "partyIds": []}""".formatted(UUID.randomUUID(), title, mark));
    }

    @Test
    void findsNoPracticeThatIsNotPublishedForOthers() {
        var school = school(golyshmanovskiy);
        var practice = created("practices", """
                {"kind": "TEACHING", "title": "Практика %s", "description": "Как учить", "proof": "Рост", "origin": "AUTHORS",
                 "organisationId": "%s", "authorIds": ["%s"], "subjects": ["Физика"], "competences": ["METHODICAL"]}"""
                .formatted(mark, school, teacher(school)));

        assertThat(found(coordinator(), mark)).containsExactly(practice);
        assertThat(found(TYUMEN.as(Role.ORGANISATION, null, school, null), mark)).containsExactly(practice);
        assertThat(found(TYUMEN.as(Role.ORGANISATION, null, school(golyshmanovskiy), null), mark)).isEmpty();
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
