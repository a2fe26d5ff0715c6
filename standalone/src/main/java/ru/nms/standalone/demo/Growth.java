package ru.nms.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import ru.nms.platform.access.Role;
import ru.nms.standalone.demo.Steps.Result;
import tools.jackson.databind.JsonNode;

/// One teacher from the deficit to the completed route.
final class Growth {

    private static final Duration UNTIL_START = Duration.ofSeconds(15);   // time to register

    private final Steps steps;
    private final Cast cast;
    private final Api.As teacher;
    private final Api.As organisation;
    private final Api.As coordinator;
    private final Clock clock = Clock.systemUTC();

    Growth(Steps steps, Api api, Cast cast) {
        this.steps = steps;
        this.cast = cast;
        this.teacher = api.as(Role.TEACHER);
        this.organisation = api.as(Role.ORGANISATION);
        this.coordinator = api.as(Role.COORDINATOR);
    }

    void play() {
        steps.part("One teacher's growth");
        var competence = steps.step("a deficit is open and says why", this::deficit);
        var event = steps.step("an event for the deficit is announced", () -> event(competence));
        var registration = steps.step("the teacher registers", () -> register(event));
        var route = steps.step("the teacher's route is drawn up from the deficit", this::route);
        steps.step("the teacher may not approve it", () -> {
            var refused = action(teacher, route, "approval");
            Steps.require(refused.status() == 403 || refused.status() == 409, "answered %d", refused.status());
            return Steps.said("refused with %d", refused.status());
        });
        follow(route, "submission", teacher, "SUBMITTED");
        follow(route, "agreement", organisation, "AGREED");
        follow(route, "approval", coordinator, "APPROVED");
        follow(route, "start", teacher, "IN_PROGRESS");
        steps.step("the event begins, the teacher is there", () -> attend(event, registration));
        steps.step("attendance closes the route's item, through Kafka", () -> closed(route));
        steps.step("the other items are carried out", () -> carryOut(route));
        follow(route, "completion", teacher, "COMPLETED");
    }

    private Result<String> deficit() {
        var open = Steps.eventually("the deficit", () -> Optional.of(
                teacher.get("/api/diagnostics/v1/deficits?status=OPEN&personId=" + cast.teacher()).orFail().path("items"))
                .filter(items -> !items.isEmpty()));
        Steps.require(open.size() == 1, "%d deficits, one was measured", open.size());
        var deficit = open.path(0);
        return new Result<>(deficit.path("competence").asString(), "%s %s, because %s".formatted(
                deficit.path("competence").asString(), deficit.path("level").asString(), deficit.path("why").path(0).path("text").asString()));
    }

    private Result<UUID> event(String competence) {
        var startsAt = clock.instant().plus(UNTIL_START).truncatedTo(ChronoUnit.SECONDS);
        var event = coordinator.post("/api/events/v1/events", Map.of("kind", "SEMINAR", "level", cast.level(),
                "title", "Семинар по итогам диагностики", "organiserId", cast.organiser(), "startsAt", startsAt,
                "endsAt", startsAt.plusSeconds(3_600), "mode", "ONLINE", "capacity", 30, "competences", List.of(competence)))
                .orFail();
        var published = coordinator.change("POST", "/api/events/v1/events/" + Loading.id(event) + "/publication", null,
                event.path("version").asLong()).orFail();
        return new Result<>(Loading.id(event), "%s, %s".formatted(published.path("title").asString(),
                published.path("status").asString()));
    }

    private Result<UUID> route() {
        var from = LocalDate.now(clock);
        var route = Steps.<JsonNode>eventually("the deficit in iom", () -> {
            var answer = teacher.post("/api/iom/v1/routes", Map.of("personId", cast.teacher(), "from", from,
                    "until", from.plusMonths(10)));
            return answer.status() == 409 || answer.status() == 404 || answer.status() == 422 ? Optional.empty()
                    : Optional.of(answer.orFail());
        });
        Steps.require(!route.path("items").isEmpty(), "the route has no items");
        return new Result<>(Loading.id(route), "%d items; the first: %s — %s".formatted(route.path("items").size(),
                route.path("items").path(0).path("title").asString(), route.path("items").path(0).path("reason").asString()));
    }

    private JsonNode read(UUID route) {
        return teacher.get("/api/iom/v1/routes/" + route).orFail();
    }

    private Api.Answer action(Api.As who, UUID route, String action) {
        return who.change("POST", "/api/iom/v1/routes/" + route + "/" + action, null, read(route).path("version").asLong());
    }

    private void follow(UUID route, String action, Api.As who, String status) {
        steps.step("route: " + action, () -> {
            var now = Steps.<JsonNode>eventually(action, () -> {
                var answer = action(who, route, action);
                return answer.status() == 404 || answer.status() == 412 ? Optional.empty() : Optional.of(answer.orFail());
            }).path("status").asString();
            Steps.require(now.equals(status), "the route is %s", now);
            return Steps.said(now);
        });
    }

    private Result<JsonNode> register(UUID event) {
        var registration = Steps.<JsonNode>eventually("the teacher in events", () -> {
            var answer = teacher.post(registrations(event), Map.of("personId", cast.teacher()));
            return answer.is(404) || answer.is(422) ? Optional.empty() : Optional.of(answer.orFail());
        });
        Steps.require(registration.path("status").asString().equals("CONFIRMED"), "%s", registration);
        return new Result<>(registration, "CONFIRMED");
    }

    private Result<Boolean> attend(UUID event, JsonNode registration) {
        Steps.eventually("the beginning of the event", () -> {
            var answer = coordinator.change("PUT", registrations(event) + "/" + Loading.id(registration) + "/attendance",
                    Map.of("status", "PRESENT"), registration.path("version").asLong());
            return answer.is(409) || answer.is(422) ? Optional.empty() : Optional.of(answer.orFail());
        });
        return Steps.said("PRESENT");
    }

    private static String registrations(UUID event) {
        return "/api/events/v1/events/" + event + "/registrations";
    }

    private Result<Boolean> closed(UUID route) {
        var item = Steps.eventually("the item", () -> read(route).path("items").values().stream()
                .filter(it -> it.path("status").asString().equals("DONE")).findFirst());
        return Steps.said("%s is DONE", item.path("title").asString());
    }

    private Result<Integer> carryOut(UUID route) {
        int done = 0;
        for (var item : read(route).path("items")) {
            if (item.path("status").asString().equals("PLANNED")) {
                teacher.change("PUT", "/api/iom/v1/routes/" + route + "/items/" + Loading.id(item) + "/progress",
                        Map.of("status", "DONE"), read(route).path("version").asLong()).orFail();
                done++;
            }
        }
        return new Result<>(done, done + " items");
    }
}
