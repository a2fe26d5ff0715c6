package ru.nms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An approved instrument and a running campaign for people who are there for it alone.
final class Exam {

    static final int TASKS = 40;
    static final String PATH = "/api/diagnostics/v1/";
    static final JsonMapper JSON = JsonMapper.shared();

    private final Subject subject;
    private final Wire wire;
    private final String assessor;
    private final String coordinator;
    private final UUID place = UUID.randomUUID();
    private final List<UUID> people;
    private final UUID campaign;

    Exam(Subject subject, int count) {
        this.subject = subject;
        this.wire = new Wire(subject.gateway());
        this.assessor = subject.tokens().of("ASSESSOR", "api");
        this.coordinator = subject.tokens().of("COORDINATOR", "api");
        this.people = IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
        learn();
        this.campaign = campaign(instrument());
    }

    UUID campaign() {
        return campaign;
    }

    List<Taker> takers() {
        return people.stream().map(person -> new Taker(subject.gateway(), subject.tokens().of("TEACHER", "api", person), campaign)).toList();
    }

    /// As if the registry had told of them.
    private void learn() {
        var rows = new StringBuilder();
        people.forEach(id -> rows.append(rows.isEmpty() ? "" : ",").append("('").append(id).append("')"));
        subject.database("diagnostics").run("""
                WITH fresh AS (INSERT INTO person (id, epoch, version) SELECT CAST(id AS uuid), 1, 1 FROM (VALUES %s) AS v (id) RETURNING id)
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, teaching, since)
                SELECT id, gen_random_uuid(), '%s', 'TEACHER', true, DATE '2020-09-01' FROM fresh""".formatted(rows, place));
    }

    private UUID instrument() {
        var area = send(coordinator, "GET", "competence-areas", null).path("items").path(0).path("code").asString();
        var code = "B" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        var framework = made("frameworks", Map.of("code", code, "versionName", "1", "title", "Замер"));
        made("competences", Map.of("frameworkId", framework, "code", "C", "title", "Умение", "area", area));
        act("frameworks/" + framework + "/adoption", Map.of("on", LocalDate.now(ZoneOffset.UTC).minusDays(1)));
        var id = made("instruments", Map.of("code", code, "title", "Замер", "procedure", "BENCH", "provider", "CNPPM", "frameworkId",
                framework, "year", 2026, "variants", 1, "timeLimitMinutes", 60));
        for (int number = 1; number <= TASKS; number++) {
            var task = made("tasks", Map.of("instrumentId", id, "block", "A", "number", number, "kind", "SINGLE_CHOICE", "competence", "C",
                    "stem", "Что из этого верно?", "points", 1, "options", List.of(Map.of("code", "1", "text", "Первое"),
                            Map.of("code", "2", "text", "Второе"), Map.of("code", "3", "text", "Третье"))));
            send(assessor, "PUT", "tasks/" + task + "/key", Map.of("chosen", List.of("2")));
        }
        act("instruments/" + id + "/approval", Map.of("on", LocalDate.now(ZoneOffset.UTC).minusDays(1)));
        return id;
    }

    private UUID campaign(UUID instrument) {
        var now = Instant.now(java.time.Clock.systemUTC());
        var id = made("campaigns", Map.of("title", "Замер " + place, "instrumentId", instrument, "startsAt", now.minusSeconds(60), "endsAt",
                now.plus(Duration.ofHours(1)), "audience", "FILTER", "municipalityIds", List.of(place)));
        act("campaigns/" + id + "/announcement", null);
        return id;
    }

    private UUID made(String collection, Map<String, ?> body) {
        return UUID.fromString(send(assessor, "POST", collection, body).path("id").asString());
    }

    private void act(String path, @Nullable Object body) {
        send(coordinator, "POST", path, body);
    }

    private JsonNode send(String token, String method, String path, @Nullable Object body) {
        var text = body == null ? "" : JSON.writeValueAsString(body);
        int status = wire.send(Requests.any(method, PATH + path, token, "If-Match: *", text.getBytes(UTF_8)));
        if (status >= 400) {
            throw new Broken("%s %s: %d %s".formatted(method, path, status, wire.body()));
        }
        return wire.bodyLength() == 0 ? JSON.createObjectNode() : JSON.readTree(wire.body());
    }

    /// The chosen option by attempt and task.
    Map<String, String> stored() {
        Map<String, String> found = new HashMap<>();
        try (var connection = subject.database("diagnostics").connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT n.attempt_id || ' ' || n.task_id, n.answer -> 'chosen' ->> 0
                          FROM answer n JOIN attempt a ON a.id = n.attempt_id WHERE a.campaign_id = '%s'""".formatted(campaign))) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException cause) {
            throw new Broken("SQL of the benchmark fails", cause);
        }
    }
}
