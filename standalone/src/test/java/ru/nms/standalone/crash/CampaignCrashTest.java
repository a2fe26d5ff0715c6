package ru.nms.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;

/// People take an instrument at the same time, and everything is killed in the middle: no acknowledged answer is lost, and
/// everybody comes to their result.
@Timeout(300)
class CampaignCrashTest {

    private static final int PEOPLE = 50;
    private static final int TASKS = 40;
    private static final String PATH = "/api/diagnostics/v1/";

    @TempDir Path folder;
    private final Ledger ledger = new Ledger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();   // the chosen option by attempt and task
    private SignedJWT given;   // what the system's own issuer gave
    private final List<UUID> people = IntStream.range(0, PEOPLE).mapToObj(i -> UUID.randomUUID()).toList();

    @Test
    void losesNoAnswerWhenEverythingIsKilledWhilePeopleAnswer() throws Exception {
        try (var system = new Victim(folder); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            system.start();
            given = SignedJWT.parse(system.token(Role.COORDINATOR));
            var campaign = campaign(system);
            List<Future<?>> takers = new ArrayList<>();
            for (var person : people) {
                var caller = new Caller(system.gateway(), token(system, Role.TEACHER, person), ledger);
                takers.add(threads.submit(() -> take(caller, campaign)));
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() > PEOPLE * TASKS / 2 || takers.stream().anyMatch(Future::isDone));
            system.kill();
            system.start();
            for (var taker : takers) {
                taker.get();
            }

            assertThat(ledger.repeated()).as("requests that the kill left without an answer").isPositive();
            assertThat(acknowledged).hasSize(PEOPLE * TASKS);
            assertThat(rows(system, "SELECT attempt_id || ' ' || task_id, answer -> 'chosen' ->> 0 FROM answer")).isEqualTo(acknowledged);
            assertThat(rows(system, """
                    SELECT 'results', count(DISTINCT r.person_id) || ' of ' || count(*) FROM result r JOIN attempt a ON a.result_id = r.id
                     WHERE a.status = 'GRADED' AND a.points = 20 AND NOT r.deleted"""))
                    .containsEntry("results", PEOPLE + " of " + PEOPLE);
        }
    }

    /// Every other answer is right.
    private void take(Caller caller, UUID campaign) {
        var attempt = caller.post(PATH + "campaigns/" + campaign + "/attempts", Map.of()).orFail().path("id").asString();
        for (var task : caller.get(PATH + "attempts/" + attempt + "/paper").orFail().path("tasks")) {
            var id = task.path("id").asString();
            var option = task.path("number").asInt() % 2 == 0 ? "2" : "1";
            caller.change("PUT", PATH + "attempts/" + attempt + "/answers/" + id, Map.of("revision", 1, "answer",
                    Map.of("chosen", List.of(option))), 0).orFail();
            acknowledged.put(attempt + " " + id, option);
        }
        caller.post(PATH + "attempts/" + attempt + "/submission", Map.of()).orFail();
    }

    private UUID campaign(Victim system) throws Exception {
        var assessor = new Caller(system.gateway(), token(system, Role.ASSESSOR, null), ledger);
        var coordinator = new Caller(system.gateway(), token(system, Role.COORDINATOR, null), ledger);
        var yesterday = Map.of("on", LocalDate.now(ZoneOffset.UTC).minusDays(1));
        var area = coordinator.get(PATH + "competence-areas").orFail().path("items").path(0).path("code").asString();
        var framework = made(assessor, "frameworks", Map.of("code", "CRASH", "versionName", "1", "title", "Рамка"));
        made(assessor, "competences", Map.of("frameworkId", framework, "code", "C", "title", "Умение", "area", area));
        coordinator.change("POST", PATH + "frameworks/" + framework + "/adoption", yesterday, 1).orFail();
        var instrument = made(assessor, "instruments", Map.of("code", "CRASH", "title", "Диагностика", "procedure", "CRASH", "provider",
                "CNPPM", "frameworkId", framework, "year", 2026, "variants", 1));
        for (int number = 1; number <= TASKS; number++) {
            var task = made(assessor, "tasks", Map.of("instrumentId", instrument, "block", "A", "number", number, "kind", "SINGLE_CHOICE",
                    "competence", "C", "stem", "?", "points", 1, "options", List.of(Map.of("code", "1", "text", "1"), Map.of("code", "2", "text", "2"))));
            assessor.change("PUT", PATH + "tasks/" + task + "/key", Map.of("chosen", List.of("2")), 1).orFail();
        }
        coordinator.change("POST", PATH + "instruments/" + instrument + "/approval", yesterday, 1).orFail();
        var now = Clock.systemUTC().instant();
        var campaign = made(assessor, "campaigns", Map.of("title", "Кампания", "instrumentId", instrument, "startsAt", now.minusSeconds(60),
                "endsAt", now.plusSeconds(3_600), "audience", "LIST", "personIds", people));
        coordinator.change("POST", PATH + "campaigns/" + campaign + "/announcement", null, 1).orFail();
        return campaign;
    }

    private static UUID made(Caller who, String collection, Map<String, ?> body) {
        JsonNode made = who.post(PATH + collection, body).orFail();
        return UUID.fromString(made.path("id").asString());
    }

    /// As the system's own issuer would give it to this person.
    private String token(Victim system, Role role, UUID person) throws Exception {
        var key = ECKey.parse(Files.readString(system.signingKey()));
        var claims = new JWTClaimsSet.Builder(given.getJWTClaimsSet()).subject(role + " " + person).claim("roles", List.of(role.name()))
                .claim("person_id", person == null ? null : person.toString()).build();
        var token = new SignedJWT(given.getHeader(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static Map<String, String> rows(Victim system, String sql) throws SQLException {
        var database = system.database("diagnostics");
        Map<String, String> found = new HashMap<>();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
