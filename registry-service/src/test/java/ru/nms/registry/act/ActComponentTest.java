package ru.nms.registry.act;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.delete;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Shelf.ids;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.ActChanged;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;

class ActComponentTest {

    private final String number = "N" + UUID.randomUUID();

    @Test
    @Clause("REG-180")
    void keepsAnActWithItsRelationsAndAnnexes() {
        var first = order("", "2022-06-10", "");
        var second = order("б", "2023-04-10", "\"file\": \"https://example.org/545.pdf\", \"amendsIds\": [\"%s\"], ".formatted(first));
        var annex = created("acts", """
                {"kind": "ANNEX", "title": "Состав", "annexToId": "%s", "annexNo": 1}""".formatted(first));

        get(coordinator(), "acts/" + second).expectStatus().isOk().expectBody()
                .jsonPath("$.kind").isEqualTo("ORDER").jsonPath("$.issuer").isEqualTo("Департамент")
                .jsonPath("$.number").isEqualTo(number + "б").jsonPath("$.date").isEqualTo("2023-04-10")
                .jsonPath("$.title").isEqualTo("О системе").jsonPath("$.file").isEqualTo("https://example.org/545.pdf")
                .jsonPath("$.amendsIds[0]").isEqualTo(first.toString()).jsonPath("$.status").isEqualTo("IN_FORCE");
        get(coordinator(), "acts/" + first).expectBody().jsonPath("$.amendedBy[0].id").isEqualTo(second.toString())
                .jsonPath("$.status").isEqualTo("IN_FORCE");
        assertThat(ids(coordinator(), "acts?annexToId=" + first)).containsExactly(annex);
        get(coordinator(), "acts/" + annex).expectBody().jsonPath("$.inForceOn").isEqualTo("2022-06-10");
        post(coordinator(), "acts", "{\"kind\": \"ORDER\", \"title\": \"Без даты\"}").expectStatus().isEqualTo(422);
        put(coordinator(), "acts/" + first, "\"1\"", body("", "2022-06-10", "\"repealsIds\": [\"%s\"], ".formatted(first)))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("own-act");
    }

    @Test
    @Clause("REG-182")
    void findsWhatIsInForceOnADay() {
        var id = order("", "2022-06-10", "");
        var annex = created("acts", "{\"kind\": \"ANNEX\", \"title\": \"Состав\", \"annexToId\": \"%s\"}".formatted(id));
        var inner = created("acts", "{\"kind\": \"ANNEX\", \"title\": \"Приложение к составу\", \"annexToId\": \"%s\"}".formatted(annex));
        var repealing = order("о", "2023-04-19", "\"effectiveOn\": \"2023-05-01\", \"repealsIds\": [\"%s\"], ".formatted(id));

        assertThat(inForce(id, "2022-06-09")).isFalse();
        assertThat(inForce(id, "2022-06-10")).isTrue();
        assertThat(inForce(id, "2023-04-30")).isTrue();
        assertThat(inForce(id, "2023-05-01")).isFalse();
        for (var part : List.of(annex, inner)) {
            assertThat(annexInForce(part, "2023-04-30")).isTrue();
            assertThat(annexInForce(part, "2023-05-01")).isFalse();
        }
        Heard.on(ActChanged.TOPIC, repealing);

        delete(coordinator(), "acts/" + repealing, "\"1\"").expectStatus().isNoContent();
        assertThat(inForce(id, "2023-05-01")).isTrue();
        assertThat(annexInForce(inner, "2023-05-01")).isTrue();
    }

    @Test
    void tellsOfAnActInTheFormOfTheGoldenFile() {
        var amended = order("а", "2022-06-10", "");
        var repealed = order("б", "2022-06-10", "");
        var id = order("", "2023-04-10", """
                "purposes": ["ROADMAP"], "until": "2025-01-01", "amendsIds": ["%s"], "repealsIds": ["%s"], """.formatted(amended, repealed));

        Heard.on(ActChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
    }

    @Test
    @Clause("REG-191")
    void showsThatAnAnnexBearsAnotherDateThanItsAct() {
        var id = order("", "2021-10-04", "");
        var body = "{\"kind\": \"ANNEX\", \"title\": \"Положение\", \"annexToId\": \"%s\", \"annexNo\": 2, \"date\": \"%s\"}";

        post(coordinator(), "acts", body.formatted(id, "2024-10-04")).expectStatus().isCreated().expectBody()
                .jsonPath("$.mainActDate").isEqualTo("2021-10-04").jsonPath("$.date").isEqualTo("2024-10-04");
        post(coordinator(), "acts", body.formatted(id, "2021-10-04")).expectStatus().isCreated().expectBody()
                .jsonPath("$.mainActDate").isEqualTo(null);
        assertThat(ids(coordinator(), "acts?dateMismatch=true&annexToId=" + id)).hasSize(1);
    }

    @Test
    @Clause("REG-188")
    void knowsWhoIsResponsibleByAnOrder() {
        var person = Registry.teacher(Registry.school(Registry.municipality("Абатский")));
        post(coordinator(), "acts", body("", "2023-01-10", "\"responsibleId\": \"%s\", ".formatted(person))).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/duty");
        var id = order("", "2023-01-10", "\"responsibleId\": \"%s\", \"duty\": \"Паспорт региональной системы\", ".formatted(person));

        get(coordinator(), "acts?responsibleId=" + person).expectBody().jsonPath("$.items[0].id").isEqualTo(id.toString())
                .jsonPath("$.items[0].duty").isEqualTo("Паспорт региональной системы");
    }

    @Test
    void showsEverybodyActsWithoutThePeopleInThem() {
        var person = Registry.teacher(Registry.school(Registry.municipality("Абатский")));
        order("", "2023-01-10", "\"responsibleId\": \"%s\", \"duty\": \"Паспорт\", ".formatted(person));

        get(TYUMEN.anonymous(), "acts/open?number=" + number).expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].number").isEqualTo(number).jsonPath("$.items[0].responsibleId").doesNotExist()
                .jsonPath("$.items[0].duty").doesNotExist();
        get(TYUMEN.anonymous(), "acts/open?responsibleId=" + person).expectStatus().isBadRequest();
        get(TYUMEN.anonymous(), "acts").expectStatus().isUnauthorized();
    }

    @Test
    @Clause("REG-186")
    void holdsTheRegulationOfNetworkInteractionWithItsParties() {
        var party = Registry.school(Registry.municipality("Абатский"));
        var body = body("", "2023-01-10", "").replace("\"ORDER\"", "\"NETWORK_REGULATION\"");
        post(coordinator(), "acts", body).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/partyIds");
        var id = created("acts", body.replace("\"kind\"", "\"partyIds\": [\"%s\"], \"kind\"".formatted(party)));

        assertThat(ids(coordinator(), "acts?partyId=" + party)).containsExactly(id);
    }

    @Test
    @Clause("REG-183")
    void tellsWhichPresenceIndicatorsHaveTheirAct() {
        for (var purpose : List.of("IMPLEMENTATION", "MONITORING_SCHEDULE", "ROADMAP")) {
            var id = order(purpose, "1999-01-10", "\"until\": \"1999-02-01\", \"purposes\": [\"%s\"], ".formatted(purpose));
            var present = "$.items[?(@.purpose == '" + purpose + "')].present";

            get(coordinator(), "act-presence?on=1999-01-31").expectBody().jsonPath(present).isEqualTo(true)
                    .jsonPath("$.items[?(@.purpose == '" + purpose + "')].actIds[0]").isEqualTo(id.toString());
            get(coordinator(), "act-presence?on=1999-02-01").expectBody().jsonPath(present).isEqualTo(false);
        }
    }

    private static boolean inForce(UUID id, String on) {
        var found = new String[1];
        get(coordinator(), "acts/" + id).expectBody().jsonPath("$.number").value(it -> found[0] = String.valueOf(it));
        return ids(coordinator(), "acts?on=" + on + "&number=" + found[0]).contains(id);
    }

    private static boolean annexInForce(UUID id, String on) {
        var main = new String[1];
        get(coordinator(), "acts/" + id).expectBody().jsonPath("$.annexToId").value(it -> main[0] = String.valueOf(it));
        return ids(coordinator(), "acts?on=" + on + "&annexToId=" + main[0]).contains(id);
    }

    private UUID order(String suffix, String date, String more) {
        return created("acts", body(suffix, date, more));
    }

    private String body(String suffix, String date, String more) {
        return """
                {%s"kind": "ORDER", "issuer": "Департамент", "number": "%s", "date": "%s", "title": "О системе"}"""
                .formatted(more, number + suffix, date);
    }
}
