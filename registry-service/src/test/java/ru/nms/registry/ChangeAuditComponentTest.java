package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.testkit.Clause;

class ChangeAuditComponentTest {

    private final UUID golyshmanovskiy = municipality("Голышмановский");

    @Test
    @Clause("GW-005")
    void tellsWhoChangedWhat() {
        var name = "Школа " + UUID.randomUUID();
        var id = created("organisations", school(name, golyshmanovskiy));
        put(coordinator(), "organisations/" + id, "\"1\"", school(name + " новая", golyshmanovskiy)).expectStatus().isOk();
        put(coordinator(), "organisations/" + id, "\"2\"", school(name + " новая", golyshmanovskiy)).expectStatus().isOk();

        get(coordinator(), "change-records?subjectId=" + id).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(2)
                .jsonPath("$.items[0].what").isEqualTo("registry.organisation.v1")
                .jsonPath("$.items[0].operation").isEqualTo("POST /api/registry/v1/organisations")
                .jsonPath("$.items[0].roles").isEqualTo("COORDINATOR")
                .jsonPath("$.items[0].caller").isNotEmpty()
                .jsonPath("$.items[1].version").isEqualTo(2)
                .jsonPath("$.items[1].operation").isEqualTo("PUT /api/registry/v1/organisations/{id}");
    }

    @Test
    @Clause("GW-005")
    void tellsAlsoOfWhatIsNotAnnounced() {
        var school = school(golyshmanovskiy);
        var community = created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "MUNICIPAL", "title": "Объединение %s", "scope": "INTER_SUBJECT",
                 "networked": false, "young": false, "municipalityId": "%s"}""".formatted(UUID.randomUUID(), golyshmanovskiy));
        var member = created("community-members", """
                {"communityId": "%s", "personId": "%s", "role": "MEMBER", "since": "2026-01-01"}"""
                .formatted(community, teacher(school)));
        Registry.delete(coordinator(), "community-members/" + member, "\"1\"").expectStatus().isNoContent();

        get(coordinator(), "change-records?what=community-members&subjectId=" + member).expectBody()
                .jsonPath("$.items[0].gone").isEqualTo(false).jsonPath("$.items[1].gone").isEqualTo(true);
    }

    @Test
    void cannotBeChangedAfterwards() {
        var db = TYUMEN.context().getBean(DatabaseClient.class);
        created("organisations", school("Школа " + UUID.randomUUID(), golyshmanovskiy));

        assertThatThrownBy(() -> db.sql("DELETE FROM change_audit").then().block(Duration.ofSeconds(10)))
                .hasMessageContaining("append-only");
        assertThat(db.sql("SELECT count(*) AS n FROM change_audit").map(row -> row.get("n", Long.class)).one()
                .block(Duration.ofSeconds(10))).isPositive();
    }
}
