package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.Iom.TODAY;

import java.time.LocalDate;
import java.util.UUID;

import ru.nms.iom.Iom;
import ru.nms.iom.Iom.Reply;
import ru.nms.iom.Iom.Teacher;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Tokens;

/// The steps that stories about routes are made of.
abstract class RouteWalk {

    static final LocalDate UNTIL = TODAY.plusMonths(6);

    final Iom iom;

    RouteWalk(String region) {
        iom = Iom.in(region);
    }

    /// A teacher with a diagnostic result, so that every region lets a route be drawn up.
    Teacher diagnosed() {
        var teacher = iom.teacher();
        iom.result(teacher, "METHODICAL", "SUBJECT");
        return teacher;
    }

    Reply draft(String token, Teacher teacher, LocalDate from, LocalDate until) {
        return iom.post(token, "/routes", """
                {"personId": "%s", "from": "%s", "until": "%s"}""".formatted(teacher.id(), from, until));
    }

    Reply drafted(Teacher teacher) {
        return drafted(teacher.token(), teacher);
    }

    Reply drafted(String token, Teacher teacher) {
        var reply = draft(token, teacher, TODAY, UNTIL);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply;
    }

    Reply step(String token, Reply route, String action, String status) {
        var reply = iom.post(token, path(route) + "/" + action, null, route.etag());
        assertThat(reply.text("status")).as(reply.body().toString()).isEqualTo(status);
        return reply;
    }

    Reply agreed(Teacher teacher, Reply route) {
        return step(teacher.organisationToken(), step(teacher.token(), route, "submission", "SUBMITTED"), "agreement", "AGREED");
    }

    Reply walking(Teacher teacher, Reply route) {
        return step(teacher.token(), step(Tokens.of(Role.COORDINATOR), agreed(teacher, route), "approval", "APPROVED"),
                "start", "IN_PROGRESS");
    }

    Reply progressed(Teacher teacher, Reply route, int item, String status) {
        return iom.put(teacher.token(), path(route) + "/items/" + itemId(route, item) + "/progress",
                "{\"status\": \"%s\"}".formatted(status), route.etag());
    }

    Reply read(Teacher teacher, Reply route) {
        return iom.get(teacher.token(), path(route));
    }

    tools.jackson.databind.JsonNode itemNaming(Reply route, UUID event) {
        return iom.get(Tokens.of(Role.COORDINATOR), path(route)).body().path("items").valueStream()
                .filter(item -> item.path("eventId").asString("").equals(event.toString())).findFirst().orElseThrow();
    }

    static String path(Reply route) {
        return "/routes/" + route.id();
    }

    static String itemId(Reply route, int index) {
        return route.item(index).path("id").asString();
    }
}
