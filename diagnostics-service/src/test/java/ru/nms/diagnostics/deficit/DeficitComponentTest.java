package ru.nms.diagnostics.deficit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.delete;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.put;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.TestServers;

class DeficitComponentTest {

    private final WebTestClient coordinator = PERM.as(Role.COORDINATOR);
    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    @Clause({"DIA-005", "DIA-007", "DIA-030"})
    void opensChangesClosesAndReopensWithTheResults() {
        var first = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        deficits("").jsonPath("$.items[0].level").isEqualTo("HIGH")
                .jsonPath("$.items[0].status").isEqualTo("OPEN")
                .jsonPath("$.items[0].openedOn").isEqualTo("2026-02-01")
                .jsonPath("$.items[0].origin").isEqualTo("PRODUCT_DEFAULT")
                .jsonPath("$.items[0].resultId").isEqualTo(first)
                .jsonPath("$.items[0].version").isEqualTo(1);

        recorded(PERM, result(person, "2026-04-01", "METHODICAL", 799));
        deficits("").jsonPath("$.items[0].level").isEqualTo("LOW")
                .jsonPath("$.items[0].openedOn").isEqualTo("2026-02-01")
                .jsonPath("$.items[0].version").isEqualTo(2);

        var evidence = recorded(PERM, result(person, "2026-06-01", "METHODICAL", 800));
        deficits("&status=OPEN").jsonPath("$.items").isEmpty();
        deficits("&status=CLOSED").jsonPath("$.items[0].closedOn").isEqualTo("2026-06-01")
                .jsonPath("$.items[0].resultId").isEqualTo(evidence)
                .jsonPath("$.items[0].why.length()").isEqualTo(3);

        recorded(PERM, result(person, "2026-08-01", "METHODICAL", 599));
        deficits("&level=MEDIUM&competence=METHODICAL").jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].openedOn").isEqualTo("2026-08-01")
                .jsonPath("$.items[0].closedOn").doesNotExist();
    }

    @Test
    void explainsItselfInTheLanguageOfTheCaller() {
        var result = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));

        deficits("").jsonPath("$.items[0].why[0].resultId").isEqualTo(result)
                .jsonPath("$.items[0].why[0].procedure").isEqualTo("CNPPM_DIAGNOSTICS")
                .jsonPath("$.items[0].why[0].provider").isEqualTo("CNPPM")
                .jsonPath("$.items[0].why[0].takenOn").isEqualTo("2026-02-01")
                .jsonPath("$.items[0].why[0].points").isEqualTo(399)
                .jsonPath("$.items[0].why[0].maximum").isEqualTo(1000)
                .jsonPath("$.items[0].why[0].share").isEqualTo(39.9)
                .jsonPath("$.items[0].why[0].limit").isEqualTo(40)
                .jsonPath("$.items[0].why[0].origin").isEqualTo("PRODUCT_DEFAULT")
                .jsonPath("$.items[0].why[0].text").value(text -> assertThat((String) text).contains("Ниже 40 %"));
        get(coordinator.mutate().defaultHeader("Accept-Language", "en").build(), "deficits?personId=" + person)
                .expectBody().jsonPath("$.items[0].why[0].text")
                .value(text -> assertThat((String) text).contains("Below 40 %"));
    }

    @Test
    void followsTheRemainingResultsAfterAnAnnulmentOrACorrection() {
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        var closing = recorded(PERM, result(person, "2026-06-01", "METHODICAL", 900));
        var id = text(deficits("&status=CLOSED"), "$.items[0].id");

        delete(PERM.as(Role.ASSESSOR), closing, "\"1\"").expectStatus().isNoContent();

        get(coordinator, "deficits/" + id).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"")
                .expectBody().jsonPath("$.status").isEqualTo("OPEN").jsonPath("$.openedOn").isEqualTo("2026-02-01");
    }

    @Test
    void withdrawsADeficitWhoseOnlyResultBelongedToAnother() {
        var result = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        var id = text(deficits(""), "$.items[0].id");
        var other = Learnt.person(UUID.randomUUID());

        put(PERM.as(Role.ASSESSOR), result, "\"1\"", result(other, "2026-02-01", "METHODICAL", 399)).expectStatus().isOk();

        get(coordinator, "deficits/" + id).expectStatus().isNotFound();
        get(coordinator, "deficits?personId=" + other).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        await().untilAsserted(() -> assertThat(events("diagnostics.deficit.v1", id).getLast().value()).isNull());
    }

    @Test
    @Clause("DIA-008")
    void namesStrengthsAsWell() {
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        recorded(PERM, result(person, "2026-03-01", "SUBJECT", 950).replace("CNPPM_DIAGNOSTICS", "SUBJECT_DIAGNOSTICS"));

        get(coordinator, "strengths?personId=" + person).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].competence").isEqualTo("SUBJECT")
                .jsonPath("$.items[0].why.share").isEqualTo(95.0);
        get(coordinator, "strengths").expectStatus().isBadRequest();
    }

    @Test
    @Clause("DIA-020")
    void announcesTheResultWithoutScoresAndTheDeficitWithoutPoints() {
        var result = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        var id = text(deficits(""), "$.items[0].id");

        await().untilAsserted(() -> assertThat(events("diagnostics.result.v1", result)).hasSize(1)
                .first().extracting(ConsumerRecord::value).asString().contains("METHODICAL").doesNotContain(":399"));
        await().untilAsserted(() -> assertThat(events("diagnostics.deficit.v1", id)).hasSize(1)
                .first().extracting(ConsumerRecord::value).asString().contains("HIGH").doesNotContain(":399"));
    }

    private BodyContentSpec deficits(String filter) {
        return get(coordinator, "deficits?personId=" + person + filter).expectStatus().isOk().expectBody();
    }

    private static String text(BodyContentSpec body, String path) {
        var found = new String[1];
        body.jsonPath(path).value(value -> found[0] = String.valueOf(value));
        return found[0];
    }

    private static List<ConsumerRecord<String, String>> events(String topic, String subject) {
        return new Wire(TestServers.kafka()).all(topic, record -> record.key().equals(subject));
    }
}
