package ru.nms.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.delete;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;

/// What the federation may copy: that a diagnosis was made and which deficits there are, never a score.
class FeedComponentTest {

    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    void offersResultsAndDeficitsWithoutScores() {
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));

        var result = await().until(() -> mine("results"), items -> items.size() == 1).get(0).get("data");
        assertThat(result.propertyNames()).containsExactlyInAnyOrder("personId", "procedure", "provider", "takenOn",
                "occasion", "competences");
        var deficit = await().until(() -> mine("deficits"), items -> items.size() == 1).get(0).get("data");
        assertThat(deficit.propertyNames()).containsExactlyInAnyOrder("personId", "competence", "level", "status",
                "openedOn", "closedOn", "resultId");
        assertThat(result + "" + deficit).doesNotContain(":399");
    }

    @Test
    void tellsOfAnnulledResultsAndWithdrawnDeficits() {
        var id = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 399));
        delete(PERM.as(Role.ASSESSOR), id, "\"1\"").expectStatus().isNoContent();

        for (var collection : new String[] {"results", "deficits"}) {
            var tombstone = await().until(() -> mine(collection), items -> items.size() == 1).get(0);
            assertThat(tombstone.get("deleted").asBoolean()).isTrue();
            assertThat(tombstone.get("version").asLong()).isEqualTo(2);
            assertThat(tombstone.get("key").get("personId").asString()).isEqualTo(person.toString());
        }
    }

    private List<JsonNode> mine(String collection) {
        var body = String.valueOf(PERM.as(Role.FEDERAL).get().uri("/api/sync/v1/" + collection + "/changes?limit=5000").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
        return Golden.read(body).get("items").values().stream()
                .filter(item -> item.toString().contains(person.toString())).toList();
    }
}
