package ru.nms.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import ru.nms.platform.access.Role;
import ru.nms.standalone.demo.Steps.Result;
import tools.jackson.databind.JsonNode;

/// From a framework of competences to an attempt that opens a deficit; colleagues were diagnosed elsewhere, and their results
/// are taken in.
final class Diagnosis {

    /// What a region that names no competence areas can still diagnose, where it has a pass mark for it.
    private static final String LITERACY = "FUNCTIONAL_LITERACY";
    private static final String PATH = "/api/diagnostics/v1/";
    private static final int TASKS = 10;
    private static final List<Integer> KNOWN = List.of(3, 9);   // right answers, by area: 30 % and 90 %

    private final Steps steps;
    private final Cast cast;
    private final Api.As teacher;
    private final Api.As assessor;
    private final Api.As coordinator;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, String> areas = new HashMap<>();   // of tasks, by id

    Diagnosis(Steps steps, Api api, Cast cast) {
        this.steps = steps;
        this.cast = cast;
        this.teacher = api.as(Role.TEACHER);
        this.assessor = api.as(Role.ASSESSOR);
        this.coordinator = api.as(Role.COORDINATOR);
    }

    void play() {
        steps.part("What the teacher knows");
        var competences = steps.step("competence areas of the region", this::competences);
        var framework = steps.step("a framework of competences is adopted", () -> framework(competences));
        var instrument = steps.step("an instrument is made and approved", () -> instrument(framework, competences));
        var campaign = steps.step("a campaign is announced, the teacher is invited", () -> campaign(instrument));
        steps.step("while it runs nobody reads a key", this::sealed);
        var attempt = steps.step("the teacher begins", () -> begin(campaign));
        steps.step("the teacher answers, one task at a time", () -> answer(attempt, competences));
        steps.step("the teacher hands it in", () -> submit(attempt));
        steps.step("results of colleagues come from elsewhere", () -> {
            cast.colleagues().forEach(colleague -> report(colleague, competences));
            return Steps.said("%d results without a deficit", cast.colleagues().size());
        });
    }

    private Result<List<String>> competences() {
        var named = coordinator.get(PATH + "competence-areas").orFail().path("items").values().stream()
                .map(area -> area.path("code").asString()).toList();
        var used = named.isEmpty() ? List.of(LITERACY) : named.subList(0, Math.min(KNOWN.size(), named.size()));
        return new Result<>(used, named.isEmpty() ? "none named; functional literacy is diagnosed" : String.join(", ", named));
    }

    private Result<UUID> framework(List<String> competences) {
        var id = made(assessor, "frameworks", Map.of("code", "TEACHER", "versionName", "2026", "title", "Компетенции педагога"));
        competences.forEach(area -> made(assessor, "competences", Map.of("frameworkId", id, "code", area, "title", "Компетенция: " + area,
                "area", area)));
        done(coordinator, "frameworks/" + id, "adoption", Map.of("on", LocalDate.now(clock).minusDays(1)));
        return new Result<>(id, "%d competences".formatted(competences.size()));
    }

    private Result<UUID> instrument(UUID framework, List<String> competences) {
        var id = made(assessor, "instruments", Map.of("code", "ENTRY", "title", "Входная диагностика", "procedure", procedure(competences),
                "provider", cast.provider(), "frameworkId", framework, "year", LocalDate.now(clock).getYear(), "variants", 1,
                "timeLimitMinutes", 60));
        for (var area : competences) {
            for (int number = 1; number <= TASKS; number++) {
                areas.put(task(id, area, number).toString(), area);
            }
        }
        done(coordinator, "instruments/" + id, "approval", Map.of("on", LocalDate.now(clock).minusDays(1)));
        return new Result<>(id, "%d tasks".formatted(areas.size()));
    }

    /// The right option is always the second one.
    private UUID task(UUID instrument, String area, int number) {
        var id = made(assessor, "tasks", Map.of("instrumentId", instrument, "block", area, "number", number, "kind", "SINGLE_CHOICE",
                "competence", area, "stem", "Задание %d".formatted(number), "points", 1, "options", List.of(
                        Map.of("code", "1", "text", "Первый ответ"), Map.of("code", "2", "text", "Второй ответ"),
                        Map.of("code", "3", "text", "Третий ответ"))));
        var version = assessor.get(PATH + "tasks/" + id).orFail().path("version").asLong();
        assessor.change("PUT", PATH + "tasks/" + id + "/key", Map.of("chosen", List.of("2")), version).orFail();
        return id;
    }

    private Result<UUID> campaign(UUID instrument) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var draft = Map.of("title", "Входная диагностика", "instrumentId", instrument, "startsAt", now.minus(Duration.ofMinutes(1)),
                "endsAt", now.plus(Duration.ofHours(1)), "audience", "LIST", "personIds", List.of(cast.teacher()));
        var campaign = Steps.<JsonNode>eventually("the teacher in diagnostics", () -> {
            var answer = coordinator.post(PATH + "campaigns", draft);
            return answer.status() == 422 && answer.body().toString().contains("unknown-person") ? Optional.empty()
                    : Optional.of(answer.orFail());
        });
        var id = Loading.id(campaign);
        done(coordinator, "campaigns/" + id, "announcement", null);
        var invited = teacher.get(PATH + "participations?campaignId=" + id).orFail().path("items").path(0);
        Steps.require(invited.path("status").asString().equals("INVITED"), "%s", invited);
        return new Result<>(id, "%s until %s".formatted(invited.path("phase").asString(), invited.path("endsAt").asString()));
    }

    private Result<Boolean> sealed() {
        var answer = assessor.get(PATH + "tasks/" + areas.keySet().iterator().next() + "/key");
        Steps.require(answer.is(409), "answered %d", answer.status());
        return Steps.said("refused with %d", answer.status());
    }

    private Result<UUID> begin(UUID campaign) {
        var attempt = teacher.post(PATH + "campaigns/" + campaign + "/attempts", Map.of()).orFail();
        return new Result<>(Loading.id(attempt), "time runs until " + attempt.path("deadline").asString());
    }

    private Result<Integer> answer(UUID attempt, List<String> competences) {
        var given = new HashMap<String, Integer>();
        var tasks = teacher.get(PATH + "attempts/" + attempt + "/paper").orFail().path("tasks");
        for (var task : tasks) {
            var id = task.path("id").asString();
            var area = areas.get(id);
            boolean right = given.merge(area, 1, Integer::sum) <= KNOWN.get(competences.indexOf(area));
            teacher.change("PUT", PATH + "attempts/" + attempt + "/answers/" + id,
                    Map.of("revision", 1, "answer", Map.of("chosen", List.of(right ? "2" : "1"))), 0).orFail();
        }
        var saved = teacher.get(PATH + "attempts/" + attempt).orFail().path("answers").size();
        Steps.require(saved == tasks.size(), "%d of %d are saved", saved, tasks.size());
        return new Result<>(saved, saved + " answers saved");
    }

    private Result<Boolean> submit(UUID attempt) {
        var graded = teacher.post(PATH + "attempts/" + attempt + "/submission", Map.of()).orFail();
        Steps.require(graded.path("status").asString().equals("GRADED"), "%s", graded);
        return Steps.said("%s of %s points", graded.path("points").asString(), graded.path("maximum").asString());
    }

    private void report(UUID person, List<String> competences) {
        var scores = competences.stream().map(area -> Map.of("competence", area, "points", 85, "maximum", 100)).toList();
        Steps.<JsonNode>eventually("the person in diagnostics", () -> {
            var answer = assessor.post(PATH + "results", Map.of("personId", person, "procedure", procedure(competences), "provider",
                    cast.provider(), "takenOn", LocalDate.now(clock).minusDays(1), "scores", scores));
            return answer.status() == 422 && answer.body().toString().contains("unknown-person") ? Optional.empty()
                    : Optional.of(answer.orFail());
        });
    }

    private static String procedure(List<String> competences) {
        return competences.contains(LITERACY) ? LITERACY : "ENTRY_2026";
    }

    private static UUID made(Api.As who, String collection, Map<String, ?> body) {
        return Loading.id(who.post(PATH + collection, body).orFail());
    }

    private static void done(Api.As who, String thing, String action, @org.jspecify.annotations.Nullable Object body) {
        var version = who.get(PATH + thing).orFail().path("version").asLong();
        who.change("POST", PATH + thing + "/" + action, body, version).orFail();
    }
}
