package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.Iom.inDays;
import static ru.nms.iom.Iom.participation;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;

/// What items do in every region: who writes them, what closes them.
abstract class ItemStory extends RouteWalk {

    ItemStory(String region) {
        super(region);
    }

    @Test
    @Clause("IOM-040")
    void attendanceClosesTheItemThatNamesTheEvent() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var event = iom.event("Семинар", inDays(2), "METHODICAL");
        var route = walking(teacher, drafted(teacher));
        var participation = UUID.randomUUID();

        iom.learns(participation(participation, 2, event, teacher, "PRESENT", inDays(2), "METHODICAL"));

        var item = itemNaming(route, event);
        assertThat(item.path("status").asString()).isEqualTo("DONE");
        assertThat(item.path("evidence").path("eventId").asString()).isEqualTo(event.toString());
        iom.learns(participation(participation, 3, event, teacher, "ABSENT", inDays(2), "METHODICAL"));
        assertThat(itemNaming(route, event).path("status").asString()).isEqualTo("PLANNED");
        iom.forgets(ru.nms.contracts.EventChanged.TOPIC, event, 2);
    }

    @Test
    @Clause("IOM-040")
    void attendanceClosesAnItemOfItsCompetenceOnce() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "HIGH");
        var route = walking(teacher, drafted(teacher));
        var attended = participation(UUID.randomUUID(), 2, UUID.randomUUID(), teacher, "PRESENT", inDays(3), "METHODICAL");

        iom.learns(attended, attended);

        var after = read(teacher, route);
        assertThat(after.body().path("quality").path("done").asInt()).isEqualTo(1);
        assertThat(after.body().path("version").asLong()).isEqualTo(route.body().path("version").asLong() + 1);
        iom.learns(participation(attended.subject(), 1, attended.event(), teacher, null, inDays(3), "METHODICAL"));
        assertThat(read(teacher, route).etag()).isEqualTo(after.etag());
    }

    @Test
    @Clause("IOM-040")
    void attendanceThatCameBeforeTheStartClosesItsItemAtTheStart() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        iom.learns(participation(UUID.randomUUID(), 2, UUID.randomUUID(), teacher, "PRESENT", inDays(1), "METHODICAL"));

        var route = walking(teacher, drafted(teacher));

        assertThat(route.texts("items", "status")).containsExactly("DONE");
    }

    @Test
    @Clause({"IOM-013", "IOM-017"})
    void itemsAreWrittenByThePersonWhileItIsADraft() {
        var teacher = diagnosed();
        var deficit = iom.deficit(teacher, "METHODICAL", "LOW");
        var route = drafted(teacher);

        var added = iom.post(teacher.token(), path(route) + "/items", """
                {"kind": "INTERNSHIP", "title": "Стажировка в лицее", "deficitId": "%s", "due": "%s", "form": "очная", "hours": 36}
                """.formatted(deficit, UNTIL), route.etag());
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.item(1).path("competence").asString()).isEqualTo("METHODICAL");
        assertThat(added.item(1).path("hours").asInt()).isEqualTo(36);
        var same = iom.put(teacher.token(), path(route) + "/items/" + itemId(added, 1), """
                {"kind": "INTERNSHIP", "title": "Стажировка в лицее", "deficitId": "%s", "due": "%s", "form": "очная", "hours": 36}
                """.formatted(deficit, UNTIL), added.etag());
        assertThat(same.etag()).as("a write that changes nothing").isEqualTo(added.etag());
        var wrong = iom.post(teacher.token(), path(route) + "/items", """
                {"kind": "INTERNSHIP", "title": "Стажировка", "due": "%s", "eventId": "%s"}
                """.formatted(UNTIL.plusDays(1), UUID.randomUUID()), added.etag());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.texts("errors", "code")).containsExactly("iom.no-purpose", "iom.unknown-event", "iom.outside-period");
        var replaced = iom.put(teacher.token(), path(route) + "/items", """
                {"items": [{"id": "%s", "kind": "INTERNSHIP", "title": "Стажировка", "goal": "Освоить методику"}]}
                """.formatted(itemId(added, 1)), added.etag());
        assertThat(replaced.texts("items", "id")).containsExactly(itemId(added, 1));
        var submitted = step(teacher.token(), replaced, "submission", "SUBMITTED");
        assertThat(iom.put(teacher.token(), path(route) + "/items", "{\"items\": []}", submitted.etag()).status()).isEqualTo(409);
    }

    @Test
    @Clause("IOM-017")
    void proposesItemsForDeficitsThatAreFoundLater() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var route = drafted(teacher);
        var later = iom.deficit(teacher, "SUBJECT", "MEDIUM");

        var more = iom.post(teacher.token(), path(route) + "/items/proposals", null, route.etag());

        assertThat(more.texts("items", "kind")).containsExactly("EVENT", "PROGRAMME", "EVENT");
        assertThat(more.item(2).path("deficitId").asString()).isEqualTo(later.toString());
        assertThat(iom.post(teacher.token(), path(route) + "/items/proposals", null, more.etag()).etag()).isEqualTo(more.etag());
    }

    @Test
    @Clause("IOM-043")
    void tellsHowFarItIs() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "MEDIUM");
        var route = walking(teacher, drafted(teacher));

        var after = iom.put(teacher.token(), path(route) + "/items/" + itemId(route, 0) + "/progress", """
                {"status": "DONE", "evidence": "Удостоверение", "reflection": "Применяю на уроках"}""", route.etag());

        assertThat(after.body().path("quality").path("items").asInt()).isEqualTo(2);
        assertThat(after.body().path("quality").path("done").asInt()).isEqualTo(1);
        assertThat(after.body().path("quality").path("reflections").asInt()).isEqualTo(1);
    }
}
