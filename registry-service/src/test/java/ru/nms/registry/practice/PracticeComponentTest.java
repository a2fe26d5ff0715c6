package ru.nms.registry.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.ids;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.PracticeChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

class PracticeComponentTest {

    private final UUID place = municipality("Абатский");
    private final UUID school = Registry.school(place);
    private final UUID author = Registry.teacher(school);
    private final String title = "Практика " + UUID.randomUUID();

    @Test
    @Clause({"REG-167", "REG-168"})
    void goesItsWayIntoTheBank() {
        var path = "practices/" + created("practices", practice());
        get(coordinator(), path).expectBody().jsonPath("$.kind").isEqualTo("TEACHING").jsonPath("$.status").isEqualTo("PROPOSED")
                .jsonPath("$.authorIds[0]").isEqualTo(author.toString()).jsonPath("$.organisationId").isEqualTo(school.toString())
                .jsonPath("$.proof").isEqualTo("Рост на 12 %").jsonPath("$.competences[0]").isEqualTo("METHODICAL");

        act(coordinator(), path + "/publication", 1, on("2025-03-01")).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.possible").value(possible -> assertThat(possible).asList().containsExactly("expertise"));
        act(coordinator(), path + "/expertise", 1, "").expectStatus().isOk();
        act(coordinator(), path + "/acceptance", 2, "{\"on\": \"2025-02-01\", \"result\": \"Ново и полезно\"}").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("ACCEPTED").jsonPath("$.expertResult").isEqualTo("Ново и полезно");
        act(coordinator(), path + "/publication", 3, on("2025-01-31")).expectStatus().isEqualTo(422);
        act(coordinator(), path + "/replication", 3, use(school, "2025-04-01")).expectStatus().isEqualTo(409);
        act(coordinator(), path + "/publication", 3, on("2025-03-01")).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("PUBLISHED");
        act(coordinator(), path + "/replication", 4, use(school, "2025-02-28")).expectStatus().isEqualTo(422);
        act(coordinator(), path + "/replication", 4, use(school, "2025-04-01")).expectStatus().isOk();
        act(coordinator(), path + "/replication", 5, use(Registry.school(place), "2025-05-01")).expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("REPLICATED").jsonPath("$.uses[1].on").isEqualTo("2025-05-01");
    }

    @Test
    void tellsOfThePracticeButNotWhoWroteIt() {
        var id = created("practices", practice());
        act(coordinator(), "practices/" + id + "/expertise", 1, "");
        act(coordinator(), "practices/" + id + "/acceptance", 2, "{\"on\": \"2025-02-01\", \"result\": \"Ново и полезно\"}");
        act(coordinator(), "practices/" + id + "/publication", 3, on("2025-03-01")).expectStatus().isOk();

        Heard.on(PracticeChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
    }

    @Test
    @Clause("REG-168")
    void canBeRefusedByTheExpertise() {
        var path = "practices/" + created("practices", practice());
        act(coordinator(), path + "/expertise", 1, "");

        act(coordinator(), path + "/refusal", 2, "{\"on\": \"2025-02-01\", \"result\": \"Не ново\"}").expectBody()
                .jsonPath("$.status").isEqualTo("REFUSED");
        act(coordinator(), path + "/publication", 3, on("2025-03-01")).expectStatus().isEqualTo(409).expectBody().jsonPath("$.possible").isEmpty();
    }

    @Test
    @Clause("REG-173")
    void isTakenOverFromTheMonitoringWithItsMunicipality() {
        var found = practice().replace("\"AUTHORS\"", "\"MONITORING\"");
        post(coordinator(), "practices", found).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/municipalityId");
        var id = created("practices", found.replace("\"kind\"", "\"municipalityId\": \"" + place + "\", \"kind\""));

        assertThat(ids(coordinator(), "practices?origin=MONITORING&municipalityId=" + place)).contains(id);
        assertThat(ids(coordinator(), "practices?origin=AUTHORS&municipalityId=" + place)).doesNotContain(id);
    }

    @Test
    @Clause("REG-174")
    void isMarkedWhenItWasSentToTheFederalRegister() {
        var path = published();

        assertThat(ids(coordinator(), "practices?sentToFederal=true&organisationId=" + school)).isEmpty();
        act(coordinator(), path + "/federal-submission", 4, on("2025-06-01")).expectStatus().isOk().expectBody()
                .jsonPath("$.sentToFederalOn").isEqualTo("2025-06-01").jsonPath("$.status").isEqualTo("PUBLISHED");
        assertThat(ids(coordinator(), "practices?sentToFederal=true&organisationId=" + school)).hasSize(1);
    }

    @Test
    void showsEverybodyPublishedPracticesWithoutTheirAuthors() {
        var draft = created("practices", practice().replace("Практика", "Черновик"));
        published();

        get(TYUMEN.anonymous(), "practices/open?organisationId=" + school).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].title").isEqualTo(title)
                .jsonPath("$.items[0].authorIds").doesNotExist();
        get(TYUMEN.anonymous(), "practices/open?authorId=" + author).expectStatus().isBadRequest();
        get(TYUMEN.as(Role.TEACHER, author), "practices/" + draft).expectStatus().isNotFound();
    }

    @Test
    void isChangedByItsOrganisationUntilTheExpertiseBegins() {
        var mine = TYUMEN.as(Role.ORGANISATION, null, school, null);
        var path = "practices/" + Shelf.created(mine, "practices", practice());

        put(mine, path, "\"1\"", practice().replace("12 %", "13 %")).expectStatus().isOk();
        act(coordinator(), path + "/expertise", 2, "").expectStatus().isOk();
        put(mine, path, "\"3\"", practice().replace("12 %", "14 %")).expectStatus().isForbidden();
        get(TYUMEN.as(Role.ORGANISATION, null, UUID.randomUUID(), null), path).expectStatus().isNotFound();
    }

    private String published() {
        var path = "practices/" + created("practices", practice());
        act(coordinator(), path + "/expertise", 1, "").expectStatus().isOk();
        act(coordinator(), path + "/acceptance", 2, "{\"on\": \"2025-02-01\", \"result\": \"Полезно\"}").expectStatus().isOk();
        act(coordinator(), path + "/publication", 3, on("2025-03-01")).expectStatus().isOk();
        return path;
    }

    private static String on(String day) {
        return "{\"on\": \"" + day + "\"}";
    }

    private static String use(UUID organisation, String on) {
        return "{\"organisationId\": \"%s\", \"on\": \"%s\"}".formatted(organisation, on);
    }

    private String practice() {
        return """
                {"kind": "TEACHING", "title": "%s", "description": "Как учить", "proof": "Рост на 12 %%", "origin": "AUTHORS",
                 "organisationId": "%s", "authorIds": ["%s"], "subjects": ["Физика"], "competences": ["METHODICAL"]}"""
                .formatted(title, school, author);
    }
}
