package ru.nms.diagnostics.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.instrument.Fos;
import ru.nms.diagnostics.person.Learnt;

/// Lists of campaigns are long: files fill them, lists count them, and a change need not repeat them.
class CampaignPeopleComponentTest {

    private static final UUID INSTRUMENT = Fos.approved(Fos.framework(), Fos.code());

    private final UUID draft = Campaigns.draft(INSTRUMENT, "LIST", "");
    private final UUID one = Learnt.person(UUID.randomUUID());
    private final UUID other = Learnt.person(UUID.randomUUID());

    private static String file(Object... cells) {
        var text = new StringBuilder("Кампания;Человек (идентификатор)\n");
        for (int i = 0; i < cells.length; i += 2) {
            text.append(cells[i]).append(';').append(cells[i + 1]).append('\n');
        }
        return text.toString();
    }

    private List<?> named(UUID campaign) {
        return (List<?>) COORDINATOR.read("campaigns/" + campaign).get("personIds");
    }

    @Test
    void isFilledFromFilesByTitleOrId() {
        var title = COORDINATOR.read("campaigns/" + draft).get("title");
        assertThat(ASSESSOR.imported("campaign-people", "validate", file(draft, one))).containsEntry("created", 1);
        assertThat(named(draft)).isEmpty();

        assertThat(ASSESSOR.imported("campaign-people", "apply", file(draft, one, title, other, title, one)))
                .containsEntry("created", 2).containsEntry("unchanged", 1);

        assertThat(named(draft)).isEqualTo(List.of(one.toString(), other.toString()));
        assertThat(COORDINATOR.read("campaigns/" + draft)).containsEntry("version", 2);
        assertThat(ASSESSOR.imported("campaign-people", "apply", file(draft, one))).containsEntry("unchanged", 1);
        COORDINATOR.done("campaigns/" + draft + "/announcement", "");
        assertThat(COORDINATOR.read("campaigns/" + draft)).containsEntry("participants", 2);
    }

    @Test
    void isFilledWithKnownPeopleAndBeforeItIsAnnouncedOnly() {
        var announced = Campaigns.of(INSTRUMENT, one);
        var byFilter = Campaigns.draft(INSTRUMENT, "FILTER", "");

        assertThat(ASSESSOR.imported("campaign-people", "apply", file(draft, UUID.randomUUID(), draft, "Иванов", announced, other, byFilter, other,
                UUID.randomUUID(), other, draft, other))).containsEntry("refused", 5).containsEntry("created", 1);

        assertThat(named(draft)).isEqualTo(List.of(other.toString()));
        assertThat(named(announced)).isEqualTo(List.of(one.toString()));
    }

    @Test
    void isAnnouncedWhenSomebodyIsNamed() {
        COORDINATOR.post("campaigns/" + draft + "/announcement", "").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/personIds").jsonPath("$.errors[0].code").isEqualTo("required");
    }

    @Test
    void takesAsManyAsThereMayBe() {
        Campaigns.execute("""
                UPDATE campaign SET person_ids = (SELECT array_agg(gen_random_uuid()) FROM generate_series(1, 19999)) WHERE id = '%s'"""
                .formatted(draft));

        assertThat(ASSESSOR.imported("campaign-people", "apply", file(draft, one, draft, other)))
                .containsEntry("created", 1).containsEntry("refused", 1);
    }

    @Test
    void isListedWithCountsAndReadWithNamesOnRecord() {
        var judges = Stream.generate(() -> Learnt.person(UUID.randomUUID())).limit(2).toArray(UUID[]::new);
        var id = Campaigns.draft(INSTRUMENT, "LIST", ", \"personIds\": %s, \"judgeIds\": %s".formatted(Campaigns.ids(one), Campaigns.ids(judges)));

        COORDINATOR.get("campaigns?sort=-changedAt&limit=5").expectBody().jsonPath("$.items[?(@.id == '%s')].people".formatted(id)).isEqualTo(1)
                .jsonPath("$.items[?(@.id == '%s')].judges".formatted(id)).isEqualTo(2)
                .jsonPath("$.items[*].personIds").isEmpty().jsonPath("$.items[*].judgeIds").isEmpty();
        COORDINATOR.get("campaigns/" + id).expectBody().jsonPath("$.personIds.length()").isEqualTo(1).jsonPath("$.judgeIds.length()").isEqualTo(2);

        for (var person : List.of(one, judges[0])) {
            await().untilAsserted(() -> COORDINATOR.get("read-records?subjectId=" + person).expectBody()
                    .jsonPath("$.items[?(@.operation == 'GET /api/diagnostics/v1/campaigns/{id}')]").isNotEmpty());
        }
    }

    @Test
    void keepsThoseWhomAChangeDoesNotMention() {
        var id = Campaigns.draft(INSTRUMENT, "LIST", ", \"personIds\": " + Campaigns.ids(one, other));

        COORDINATOR.put("campaigns/" + id, "*", Campaigns.body(INSTRUMENT, "LIST", "")).expectStatus().isOk();
        assertThat(named(id)).hasSize(2);
        COORDINATOR.put("campaigns/" + id, "*", Campaigns.body(INSTRUMENT, "LIST", ", \"personIds\": []")).expectStatus().isOk();
        assertThat(named(id)).isEmpty();
    }
}
