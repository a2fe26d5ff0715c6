package ru.nms.registry.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.PersonChanged;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.registry.Region;
import ru.nms.registry.RegistryApplication;
import ru.nms.registry.Shelf;

/// A registry that is started again with other rules in its profile.
class DerivationComponentTest {

    private static final String THREE_YEARS = "firstYears: 3,";
    private static final String FIVE_YEARS = "firstYears: 5,";

    @TempDir Path directory;
    private Region region;

    @BeforeEach
    void starts() throws IOException {
        written("tyumen.yml", bundled());
        region = new Region(ServiceUnderTest.start(RegistryApplication.class, "registry",
                "nms.region=" + directory.resolve("tyumen.yml"), ServiceUnderTest.NO_KAFKA));
    }

    @Test
    @Clause({"PRF-10", "PRF-31", "REG-007"})
    void bringsStoredPeopleUnderTheNewRulesAndTellsOfThoseWhoChanged() throws IOException {
        var school = region.school();
        var teacher = region.teacher(school, "1995-01-01", "2022-09-01");
        var old = region.teacher(school, "1940-01-01", "1985-09-01");
        var head = region.created("people", """
                {"lastName": "Начальник", "firstName": "Имя", "posts": [{"organisationId": "%s", "position": "UNIT_HEAD",
                 "since": "2020-01-01"}]}""".formatted(school));
        assertThat(found("young=true&date=2025-09-01")).isEmpty();
        assertThat(found("management=true")).containsExactly(head);

        written("tyumen.yml", bundled().replace(THREE_YEARS, FIVE_YEARS)
                .replace("managementPositions: null", "managementPositions: {items: [HEAD], source: \"MR-2023:419\"}"));
        region = new Region(region.service().startedAgain());

        await().untilAsserted(() -> assertThat(found("young=true&date=2027-08-31")).containsExactly(teacher));
        assertThat(found("young=true&date=2027-09-01")).isEmpty();
        assertThat(found("management=true")).isEmpty();
        assertThat(told(teacher)).hasSize(2).last().asString().contains("\"youngUntil\":\"2027-09-01\"");
        assertThat(told(head)).hasSize(2).last().asString().contains("\"management\":false");
        assertThat(told(old)).hasSize(1);
        version(teacher, 2);
        version(old, 1);

        region = new Region(region.service().startedAgain());
        everybody();
        version(teacher, 2);
        assertThat(told(teacher)).hasSize(2);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        var school = region.school();
        var before = region.teacher(school, "1995-01-01", "2022-09-01");
        var after = region.teacher(school, "1995-01-01", "2022-09-01");
        await().untilAsserted(() -> assertThat(done()).isTrue());
        run("UPDATE person SET young_days = '{}'");
        run("UPDATE derivation SET done = false, after = '%s'".formatted(before));

        everybody();

        assertThat(found("young=true&date=2025-08-31")).containsExactly(after);
        assertThat(done()).isTrue();
    }

    @Test
    @Clause({"PRF-31", "PRF-10"})
    void keepsTheEarlierEditionForEarlierDays() throws IOException {
        var school = region.school();
        var teacher = region.teacher(school, "1995-01-01", "2021-09-01");
        var methodist = region.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2024-01-01"}""".formatted(region.teacher(school)));
        region.created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "2024-01-01"}""".formatted(methodist, teacher));
        byMethodists("2024-08-31", "2024-08-31", 1);
        byMethodists("2024-09-01", "2024-12-31", 0);

        written("tyumen-1.yml", bundled());
        written("tyumen.yml", bundled().replace(THREE_YEARS, FIVE_YEARS)
                .replace("version: 1\nvalidFrom: 2023-06-08", "version: 2\nvalidFrom: 2025-01-01\nprevious: [tyumen-1.yml]"));
        region = new Region(region.service().startedAgain());

        await().untilAsserted(() -> byMethodists("2025-01-01", "2025-01-01", 1));
        byMethodists("2024-08-31", "2024-08-31", 1);
        byMethodists("2024-09-01", "2024-12-31", 0);
        assertThat(found("young=true&date=2024-08-31")).containsExactly(teacher);
        assertThat(found("young=true&date=2024-09-01")).isEmpty();
        assertThat(found("young=true&date=2024-12-31")).isEmpty();
        assertThat(found("young=true&date=2025-01-01")).containsExactly(teacher);
        assertThat(found("young=true&date=2026-08-31")).containsExactly(teacher);
        assertThat(found("young=true&date=2026-09-01")).isEmpty();
        region.get("people?date=2024-12-31&young=false&organisationId=" + school)
                .jsonPath("$.items[?(@.id == '%s')].young".formatted(teacher)).isEqualTo(false);
    }

    private void byMethodists(String from, String to, int people) {
        region.get("young-teacher-support?from=%s&to=%s".formatted(from, to)).jsonPath("$.byMethodists").isEqualTo(people);
    }

    private List<UUID> found(String asked) {
        return Shelf.ids(region.coordinator(), "people?" + asked);
    }

    private void version(UUID person, int version) {
        region.get("people/" + person).jsonPath("$.version").isEqualTo(version);
    }

    /// What waits to be told of the person.
    private List<String> told(UUID person) {
        return region.service().bean(DatabaseClient.class)
                .sql("SELECT payload FROM outbox WHERE aggregatetype = :topic AND aggregateid = :person ORDER BY version")
                .bind("topic", PersonChanged.TOPIC.name()).bind("person", person)
                .map(row -> row.get("payload", String.class)).all().collectList().block();
    }

    private boolean done() {
        return Boolean.TRUE.equals(region.service().bean(DatabaseClient.class).sql("SELECT done FROM derivation")
                .map(row -> row.get("done", Boolean.class)).one().block());
    }

    private void everybody() {
        region.service().bean(DerivationService.class).everybody().block();
    }

    private void run(String sql) {
        region.service().inTransaction(region.service().bean(DatabaseClient.class).sql(sql).then());
    }

    private void written(String name, String profile) throws IOException {
        Files.writeString(directory.resolve(name), profile);
    }

    private static String bundled() throws IOException {
        var profile = new ClassPathResource("regions/tyumen.yml").getContentAsString(UTF_8);
        assertThat(profile).contains(THREE_YEARS, "managementPositions: null", "version: 1\nvalidFrom: 2023-06-08");
        return profile;
    }
}
