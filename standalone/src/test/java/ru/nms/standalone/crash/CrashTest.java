package ru.nms.standalone.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ru.nms.platform.access.Role;
import ru.nms.standalone.crash.Copies.Copy;
import ru.nms.standalone.crash.Ledger.Thing;
import tools.jackson.databind.JsonNode;

/// The promise of the whole: nothing acknowledged is lost, nothing is there twice, and every copy becomes its owner's
/// image again, although everything died three times in the middle of work.
@Timeout(600)
class CrashTest {

    private static final List<String> SERVICES = List.of("registry", "diagnostics", "iom", "events", "monitoring");
    private static final int WRITERS = 4;
    private static final int ANSWERS_A_LIFE = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean going = new AtomicBoolean(true);

    @Test
    void losesNothingAndDoublesNothingWhenEverythingIsKilledThreeTimes() throws Exception {
        try (var system = new Victim(folder); var threads = Executors.newFixedThreadPool(WRITERS);
                AutoCloseable end = () -> going.set(false)) {
            system.start();
            var writers = write(system, threads);
            lives(writers);
            system.kill();
            system.start();
            lives(writers);
            system.killWithPostgres();
            system.start();
            lives(writers);
            system.kill();
            system.start();
            lives(writers);
            going.set(false);
            for (var writer : writers) {
                writer.get();
            }

            assertThat(ledger.repeated()).as("requests that the kills left without an answer").isPositive();
            for (var thing : Thing.values()) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(versions(system, thing)).as(thing + " as acknowledged")
                        .isNotEmpty().isEqualTo(ledger.versions(thing)));
            }
            assertThat(ledger.destroyed()).isNotEmpty();
            assertThat(learners()).as("what is compared below").isEqualTo(learners(system));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hashes(system, true)).isEqualTo(hashes(system, false)));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(diagnosed(system)).isEqualTo(diagnosedByOwner(system)));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(tracesOfDestroyed(system)).isEmpty());

            sayEverythingAgain(system);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hashes(system, true)).isEqualTo(hashes(system, false)));
            assertThat(tracesOfDestroyed(system)).isEmpty();
        }
    }

    /// As after a restore: every owner has a new epoch, and what it says in it must reach every copy of everything.
    private void sayEverythingAgain(Victim system) throws Exception {
        system.kill();
        for (var service : SERVICES) {
            run(system, service, "UPDATE epoch SET value = value + 1");
        }
        system.start();
        var admin = new Caller(system.gateway(), system.token(Role.ADMIN), ledger);
        for (var service : SERVICES) {
            admin.post("/api/%s/v1/retelling".formatted(service), Map.of()).orFail();
        }
    }

    private List<Future<Void>> write(Victim system, ExecutorService threads) throws Exception {
        var coordinator = new Caller(system.gateway(), system.token(Role.COORDINATOR), ledger);
        var stage = stage(coordinator);
        return IntStream.range(0, WRITERS)
                .mapToObj(n -> threads.submit(new Writer("п" + n, coordinator, ledger, stage, going::get)))
                .toList();
    }

    /// A school, a methodist who accompanies a teacher, somebody whose record is blocked, and an event with fewer seats than will be asked
    /// for.
    private Writer.Stage stage(Caller coordinator) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var municipality = coordinator.get("/api/registry/v1/municipalities?limit=1").orFail().path("items").path(0);
        var school = Writer.id(coordinator.post("/api/registry/v1/organisations", Map.of("kind", "SCHOOL", "level",
                "INSTITUTIONAL", "name", "Школа", "municipalityId", Writer.id(municipality))).orFail());
        var methodist = coordinator.post("/api/registry/v1/methodists",
                Map.of("personId", person(coordinator, school), "kind", "REGIONAL", "since", "2023-01-01")).orFail();
        coordinator.post("/api/registry/v1/assignments", Map.of("methodistId", Writer.id(methodist),
                "personId", person(coordinator, school), "since", "2023-09-01")).orFail();
        var starts = today.plusMonths(1).atTime(9, 0).toInstant(ZoneOffset.UTC);
        var event = coordinator.post("/api/events/v1/events", Map.of("kind", "SEMINAR", "level", "REGIONAL", "title", "Семинар",
                "organiserId", school, "startsAt", starts, "endsAt", starts.plusSeconds(3_600), "mode", "ONLINE",
                "capacity", 20, "competences", List.of())).orFail();
        coordinator.change("POST", "/api/events/v1/events/" + Writer.id(event) + "/publication", null,
                event.path("version").asLong()).orFail();
        var blocked = coordinator.post("/api/registry/v1/people", Map.of("lastName", "Спорная", "firstName", "Запись", "posts", List.of())).orFail();
        coordinator.change("PUT", "/api/registry/v1/people/" + Writer.id(blocked) + "/blocking", Map.of("reason", "Спор"), 1).orFail();
        offers(coordinator, school);
        var competence = coordinator.get("/api/diagnostics/v1/competence-areas").orFail().path("items").path(0).path("code");
        return new Writer.Stage(school, Writer.id(event), competence.asString(), today);
    }

    /// One of each thing that is learnt elsewhere and that the writers do not write.
    private void offers(Caller coordinator, UUID school) {
        var programme = coordinator.post("/api/registry/v1/programmes", Map.of("providerId", school, "kind", "PK", "title", "Курс", "hours", 36,
                "form", "FULL_TIME", "distanceShare", 0)).orFail();
        coordinator.post("/api/registry/v1/completions", Map.of("personId", person(coordinator, school), "programmeId", Writer.id(programme),
                "since", "2025-04-01", "until", "2025-04-20", "hours", 36, "document", "CERTIFICATE", "documentNumber", "У-1")).orFail();
        coordinator.post("/api/registry/v1/sites", Map.of("kind", "INTERNSHIP", "organisationId", school, "title", "Площадка", "capacity", 2,
                "since", "2025-01-01", "selectedOn", "2024-12-01", "experience", "Победы учеников")).orFail();
        coordinator.post("/api/registry/v1/practices", Map.of("kind", "TEACHING", "title", "Практика", "description", "Как учить",
                "proof", "Рост на 12 %", "origin", "AUTHORS", "organisationId", school, "authorIds", List.of(person(coordinator, school)),
                "subjects", List.of("Физика"), "competences", List.of("METHODICAL"))).orFail();
    }

    private UUID person(Caller coordinator, UUID school) {
        var person = coordinator.post("/api/registry/v1/people", Map.of("lastName", "Методист", "firstName", "Номер", "posts",
                List.of(Map.of("organisationId", school, "position", "METHODIST", "since", "2020-09-01")))).orFail();
        ledger.note(Thing.PERSON, person);
        return Writer.id(person);
    }

    /// Until enough was acknowledged; a writer that failed says why.
    private void lives(List<Future<Void>> writers) {
        var enough = ledger.answers() + ANSWERS_A_LIFE;
        await().atMost(PATIENCE).until(() -> ledger.answers() >= enough || writers.stream().anyMatch(Future::isDone));
        writers.stream().filter(Future::isDone).findFirst().ifPresent(failed -> {
            throw new AssertionError("A writer gave up", failed.exceptionNow());
        });
    }

    private static Map<UUID, Long> versions(Victim system, Thing thing) throws SQLException {
        Map<UUID, Long> found = new TreeMap<>();
        for (var row : rows(system, thing.owner, thing.living)) {
            found.put(UUID.fromString(row.getFirst()), Long.parseLong(row.getLast()));
        }
        return found;
    }

    private static Map<String, String> hashes(Victim system, boolean owner) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        for (var copy : Copies.all()) {
            var sql = Copy.hash(owner ? copy.owner() : copy.copy(), copy.columns());
            hashes.put(copy.name(), one(system, owner ? copy.ownerService() : copy.learner(), sql));
        }
        assertThat(hashes).as("rows and hash").noneSatisfy((name, hash) -> assertThat(hash).startsWith("0 "));
        return hashes;
    }

    private static Map<String, Set<String>> learners() {
        return Copies.all().stream().collect(groupingBy(Copy::learner, TreeMap::new, mapping(Copy::topic, toSet())));
    }

    /// What each service says that it listens to.
    private Map<String, Set<String>> learners(Victim system) throws Exception {
        var admin = new Caller(system.gateway(), system.token(Role.ADMIN), ledger);
        Map<String, Set<String>> learners = new TreeMap<>();
        for (var service : SERVICES) {
            var topics = admin.get("/api/%s/v1/projections".formatted(service)).orFail().path("topics");
            if (!topics.isEmpty()) {
                learners.put(service, topics.values().stream().map(JsonNode::asString).collect(toSet()));
            }
        }
        return learners;
    }

    /// A figure that is counted from the copies: it moves only when no mark was lost either.
    private static String diagnosed(Victim system) throws SQLException {
        return one(system, "monitoring", """
                SELECT max(numerator) FROM indicator_value WHERE canonical = 'diagnostics_coverage' AND territory = 'region'""");
    }

    private static String diagnosedByOwner(Victim system) throws SQLException {
        return one(system, "diagnostics", "SELECT count(DISTINCT person_id) FROM result WHERE NOT deleted");
    }

    /// Tables of any service that still say something of somebody who was destroyed, but for the decision itself.
    private List<String> tracesOfDestroyed(Victim system) throws SQLException {
        var ids = ledger.destroyed().stream().map(UUID::toString).collect(joining("', '", "('", "')"));
        List<String> traces = new ArrayList<>();
        int looked = 0;
        for (var service : SERVICES) {
            for (var place : rows(system, service, """
                    SELECT table_name || ' WHERE ' || column_name FROM information_schema.columns
                     WHERE table_schema = 'public' AND column_name LIKE '%person_id' AND data_type = 'uuid' AND table_name <> 'person_fate'
                    UNION ALL
                    SELECT table_name || ' WHERE coalesce(last_name, '''') <> '''' AND id' FROM information_schema.columns
                     WHERE table_schema = 'public' AND column_name = 'last_name'""")) {
                var found = one(system, service, "SELECT count(*) FROM %s IN %s".formatted(place.getFirst(), ids));
                looked++;
                if (!found.equals("0")) {
                    traces.add(service + " " + place.getFirst() + " " + found);
                }
            }
        }
        assertThat(looked).as("places where people stand").isGreaterThan(25);
        return traces;
    }

    private static String one(Victim system, String service, String sql) throws SQLException {
        return rows(system, service, sql).getFirst().getFirst();
    }

    private static void run(Victim system, String service, String sql) throws SQLException {
        var database = system.database(service);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<List<String>> rows(Victim system, String service, String sql) throws SQLException {
        var database = system.database(service);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(row);
            }
            return found;
        }
    }
}
