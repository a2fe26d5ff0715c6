package ru.nms.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.events.Events.body;
import static ru.nms.events.Events.coordinator;
import static ru.nms.events.Events.draft;
import static ru.nms.events.Events.draftOf;
import static ru.nms.events.Events.get;
import static ru.nms.events.Events.id;
import static ru.nms.events.Events.organisation;
import static ru.nms.events.Events.post;
import static ru.nms.events.Events.put;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.events.Events;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Events of the inter-municipal districts of Arkhangelsk, and of regions with other districts or none.
class DistrictComponentTest {

    private final WebTestClient arkhangelsk = Events.of("arkhangelsk").as(Role.COORDINATOR);

    @Test
    @Clause("REG-044")
    void areFoundByTheirDistrictAlone() {
        var second = drafted("IMO-2", null);
        var exchange = drafted("IMO-2", "EXPERIENCE_EXCHANGE");
        var elsewhere = drafted("IMO-3", "EXPERIENCE_EXCHANGE");
        var nowhere = id(post(arkhangelsk, "/events", draft(UUID.randomUUID(), 5)).expectStatus().isCreated());

        assertThat(found(arkhangelsk, "groupingUnit=IMO-2")).containsExactlyInAnyOrder(second, exchange);
        assertThat(found(arkhangelsk, "groupingUnit=IMO-3")).containsExactly(elsewhere);
        assertThat(found(arkhangelsk, "groupingUnit=IMO-4")).isEmpty();
        assertThat(found(arkhangelsk, "sort=startsAt")).contains(nowhere);
    }

    @Test
    @Clause("REG-058")
    void areFoundByTheTaskOfTheirDistrict() {
        var mine = drafted("IMO-5", "SKILL_GROWTH");
        var others = List.of(drafted("IMO-5", "JOINT_EVENTS"), drafted("IMO-5", null), drafted("IMO-1", "JOINT_EVENTS"));

        assertThat(found(arkhangelsk, "groupingUnit=IMO-5&groupingTask=SKILL_GROWTH")).containsExactly(mine);
        assertThat(found(arkhangelsk, "groupingTask=SKILL_GROWTH")).contains(mine).doesNotContainAnyElementsOf(others);
    }

    @ParameterizedTest
    @Clause("REG-058")
    @ValueSource(strings = {"EXPERIENCE_EXCHANGE", "JOINT_EVENTS", "PROGRAMME_SUPPORT", "IOM_TRANSFER", "MENTORING_YOUNG",
            "PROJECT_INFRASTRUCTURE", "SKILL_GROWTH"})
    void serveAnyOfTheSevenTasks(String task) {
        get(arkhangelsk, "/events/" + drafted("IMO-1", task)).expectStatus().isOk().expectBody()
                .jsonPath("$.groupingUnit").isEqualTo("IMO-1")
                .jsonPath("$.groupingTask").isEqualTo(task);
    }

    @ParameterizedTest
    @Clause({"REG-044", "REG-058"})
    @CsvSource({
        "IMO-6, , /groupingUnit, no-such-grouping-unit, строки 380–414",
        "IMO-1, EIGHTH_TASK, /groupingTask, no-such-grouping-task, строки 416–424",
        "'', JOINT_EVENTS, /groupingUnit, grouping-unit-required, строки 416–424"})
    void areOfNoOtherDistrictOrTask(String unit, @Nullable String task, String pointer, String code, String lines) {
        refused(arkhangelsk, draftOf(UUID.randomUUID(), unit, task), pointer, code, lines);
    }

    @Test
    @Clause({"REG-044", "REG-058"})
    void haveDistrictsWithoutTasksInTyumenAndNoneInSevastopol() {
        var centre = organisation(UUID.randomUUID());
        var ishim = id(post(coordinator(), "/events", draftOf(centre, "ISHIM", null)).expectStatus().isCreated());

        assertThat(found(coordinator(), "groupingUnit=ISHIM&organiserId=" + centre)).containsExactly(ishim);
        refused(coordinator(), draftOf(centre, "ISHIM", "JOINT_EVENTS"), "/groupingTask", "no-grouping-tasks", "строки 75, 924");
        refused(Events.of("sevastopol").as(Role.COORDINATOR), draftOf(centre, "IMO-1", null), "/groupingUnit", "no-groupings",
                "строки 89, 125");
    }

    @Test
    void moveToAnotherDistrictAndOutOfIt() {
        var centre = UUID.randomUUID();
        var id = id(post(arkhangelsk, "/events", draftOf(centre, "IMO-1", "JOINT_EVENTS")).expectStatus().isCreated());

        put(arkhangelsk, "/events/" + id, 1, draftOf(centre, "IMO-5", null)).expectStatus().isOk().expectBody()
                .jsonPath("$.groupingUnit").isEqualTo("IMO-5").jsonPath("$.groupingTask").isEmpty();
        put(arkhangelsk, "/events/" + id, 2, draft(centre, 5)).expectStatus().isOk();
        assertThat(found(arkhangelsk, "groupingUnit=IMO-5&organiserId=" + centre)).isEmpty();
    }

    @Test
    void standInTheirTableWithTheTaskInWords() {
        var centre = UUID.randomUUID();
        post(arkhangelsk, "/events", draftOf(centre, "IMO-1", "SKILL_GROWTH")).expectStatus().isCreated();

        var csv = arkhangelsk.get().uri("/api/events/v1/events?organiserId=" + centre).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        assertThat(csv).contains("Округ", "Задача округа", "IMO-1", "рост мастерства работников");
    }

    private UUID drafted(String unit, @Nullable String task) {
        return id(post(arkhangelsk, "/events", draftOf(UUID.randomUUID(), unit, task)).expectStatus().isCreated());
    }

    private static void refused(WebTestClient http, String draft, String pointer, String code, String lines) {
        post(http, "/events", draft).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors.length()").isEqualTo(1)
                .jsonPath("$.errors[0].pointer").isEqualTo(pointer)
                .jsonPath("$.errors[0].code").isEqualTo(code)
                .jsonPath("$.errors[0].clause").value(clause -> assertThat((String) clause).contains(lines));
    }

    private static List<UUID> found(WebTestClient http, String query) {
        var items = (List<?>) Objects.requireNonNull(body(get(http, "/events?" + query).expectStatus().isOk()).get("items"));
        return items.stream().map(item -> UUID.fromString(String.valueOf(((Map<?, ?>) item).get("id")))).toList();
    }
}
