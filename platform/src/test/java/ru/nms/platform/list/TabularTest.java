package ru.nms.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.TableFormat;
import ru.nms.platform.table.TableReader;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.platform.testkit.Tokens;

class TabularTest {

    private static final int ROWS = 12_000;
    private static final UUID MUNICIPALITY = new UUID(0, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Scope.Condition ALL = Scope.everything().on(new Scope.Columns(null, null, null, null));
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.start(RowsApplication.class, "rows",
            "nms.service.name=probe", ServiceUnderTest.NO_KAFKA);

    private final DatabaseClient db = SERVICE.bean(DatabaseClient.class);
    private long recordedBefore;
    private final WebTestClient http = SERVICE.as(Role.COORDINATOR).mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20)).build();

    /// Rows are wide, so that the whole list fits into no buffer on the way. Every hundredth name is a formula.
    @BeforeEach
    void fill() {
        sql("CREATE TABLE IF NOT EXISTS table_row (id uuid PRIMARY KEY, number int, name text, team text, owner uuid)");
        sql("""
                INSERT INTO table_row
                SELECT gen_random_uuid(), n, CASE WHEN n %% 100 = 0 THEN '=1+' || n ELSE 'Ёлка ' || n || ' ' || twigs.text END,
                       'g' || n %% 3, CAST('00000000-0000-0000-0000-00000000000' || n %% 2 AS uuid)
                  FROM generate_series(1, %d) AS n
                       CROSS JOIN LATERAL (SELECT string_agg(md5(n || ' ' || k), ' ') AS text
                                             FROM generate_series(1, 50) AS k) AS twigs
                 WHERE NOT EXISTS (SELECT FROM table_row)
                """.replace("%d", String.valueOf(ROWS)));
        recordedBefore = allRecorded();
    }

    @Test
    void givesTheWholeFilteredListAsCsvInTheOrderAskedFor() {
        var answer = http.get().uri("/rows?team=g1&sort=-number").accept(new MediaType("text", "csv")).exchange()
                .expectStatus().isOk()
                .expectHeader().contentType(TableFormat.CSV.mediaType())
                .expectHeader().valueEquals("Content-Disposition", "attachment; filename=\"rows.csv\"")
                .expectBody(String.class).returnResult().getResponseBody();

        var lines = answer.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\ufeffНомер;Название");
        assertThat(lines).hasSize(1 + ROWS / 3);
        assertThat(lines.subList(1, lines.size())).extracting(line -> Integer.valueOf(line.substring(0, line.indexOf(';'))))
                .isSortedAccordingTo(Comparator.reverseOrder()).allMatch(number -> number % 3 == 1);
    }

    @Test
    void givesTheSameAsAWorkbookThatCanBeReadAgain(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("rows.xlsx"), http.get().uri("/rows")
                .accept(MediaType.parseMediaType(TableFormat.XLSX.mediaType())).exchange()
                .expectStatus().isOk()
                .expectHeader().contentType(TableFormat.XLSX.mediaType())
                .expectHeader().valueEquals("Content-Disposition", "attachment; filename=\"rows.xlsx\"")
                .expectBody().returnResult().getResponseBodyContent());
        var columns = Columns.of(Column.text("number", "Номер"), Column.text("name", "Название"));

        try (var reader = TableReader.open(file, columns)) {
            var rows = new AtomicInteger();
            while (reader.hasNext()) {
                assertThat(reader.next().text("number")).isEqualTo(String.valueOf(rows.incrementAndGet()));
            }
            assertThat(rows).hasValue(ROWS);
        }
    }

    @Test
    void neverLetsASpreadsheetRunWhatSomebodyTyped() {
        assertThat(csv("/rows").lines().filter(line -> line.contains("=1+"))).hasSize(ROWS / 100)
                .allMatch(line -> line.contains(";'=1+"));
    }

    @Test
    void staysAPageOfJsonForEverybodyElse() {
        for (var accept : List.of("*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            http.get().uri("/rows?limit=3&count=true").header("Accept", accept).exchange()
                    .expectStatus().isOk()
                    .expectHeader().contentType(MediaType.APPLICATION_JSON)
                    .expectHeader().doesNotExist("Content-Disposition")
                    .expectBody().jsonPath("$.items.length()").isEqualTo(3).jsonPath("$.total").isEqualTo(ROWS)
                    .jsonPath("$.next").exists();
        }
    }

    @Test
    void tablesAShortListAsWell() {
        assertThat(csv("/short")).isEqualTo("\ufeffНомер;Название\r\n1;one\r\n");
        http.get().uri("/short").exchange().expectBody().jsonPath("$[0].name").isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "count=true", "limit=5&count=false"})
    void refusesToGiveAPartOfTheListAsATable(String parameters) {
        http.get().uri("/rows?" + parameters).header("Accept", "text/csv").exchange()
                .expectStatus().isBadRequest()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader().doesNotExist("Content-Disposition")
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("not-with-table")
                .jsonPath("$.errors.length()").isEqualTo(parameters.split("&").length);
        assertThat(recorded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/x-ndjson", "application/hal+json", "application/xml"})
    void hasNoOtherForms(String accept) {
        http.get().uri("/rows").header("Accept", accept).exchange().expectStatus().isEqualTo(406)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:not-acceptable");
    }

    @Test
    void holdsOnlyWhatTheCallerMaySee() {
        var municipality = SERVICE.as(Role.MUNICIPALITY, null, null, MUNICIPALITY).mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20)).build();

        assertThat(csv(municipality, "/rows").lines()).hasSize(1 + ROWS / 2);
        SERVICE.as(Role.TEACHER).get().uri("/rows").header("Accept", "text/csv").exchange().expectStatus().isForbidden();
    }

    @Test
    void recordsEverybodyWhoIsShown() {
        csv("/rows?team=g1");

        assertThat(recorded()).isEqualTo(ROWS / 3);
        assertThat(text("SELECT DISTINCT operation || ' ' || fields AS text FROM read_audit")).isEqualTo("GET /rows rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void showsNothingWhenTheReadCannotBeRecorded(String accept) {
        sql("ALTER TABLE read_audit RENAME TO read_audit_away");
        try {
            http.get().uri("/rows").header("Accept", accept).exchange()
                    .expectStatus().isEqualTo(503)
                    .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader().doesNotExist("Content-Disposition")
                    .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:audit-unavailable");
        } finally {
            sql("ALTER TABLE read_audit_away RENAME TO read_audit");
        }
    }

    @Test
    void readsNoFurtherThanItsReaderAndHoldsNoConnectionMeanwhile() {
        var batches = new AtomicInteger();
        var rows = select(batches).all();

        StepVerifier.create(rows, 0)
                .thenRequest(10).expectNextCount(10)
                .then(() -> await().untilAsserted(() -> assertThat(busy()).isZero()))
                .then(() -> assertThat(batches.get()).isLessThanOrEqualTo(3))
                .thenRequest(Long.MAX_VALUE).expectNextCount(ROWS - 10)
                .expectComplete().verify(PATIENCE);
        assertThat(batches).hasValue(ROWS / Selection.BATCH);
    }

    @Test
    void stopsReadingWhenTheDownloadIsBrokenOff() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + SERVICE.port() + "/rows"))
                .header("Accept", "text/csv").header("Authorization", "Bearer " + Tokens.of(Role.COORDINATOR)).build();
        try (var client = HttpClient.newHttpClient()) {
            try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
                assertThat(new String(body.readNBytes(40), StandardCharsets.UTF_8)).contains("Номер");
            }
            client.shutdownNow();
        }

        await().untilAsserted(() -> assertThat(busy()).isZero());
        assertThat(recorded()).isPositive().isLessThan(ROWS);
    }

    private Selection<Integer> select(AtomicInteger batches) {
        return SERVICE.bean(Lists.class).select(RowsApplication.RowResource.LISTING, new ListRequest(Map.of()),
                "r.number", ALL, row -> row.get("number", Integer.class))
                .before(seen -> Mono.fromRunnable(batches::incrementAndGet));
    }

    /// Statements that run now, besides the one that asks.
    private long busy() {
        return number("""
                SELECT count(*) AS number FROM pg_stat_activity
                 WHERE datname = current_database() AND state <> 'idle' AND query LIKE '%table_row%'
                   AND pid <> pg_backend_pid()""");
    }

    private long recorded() {
        return allRecorded() - recordedBefore;
    }

    private long allRecorded() {
        return number("SELECT coalesce(sum(subject_count), 0) AS number FROM read_audit");
    }

    private String csv(String uri) {
        return csv(http, uri);
    }

    private static String csv(WebTestClient client, String uri) {
        return client.get().uri(uri).header("Accept", "text/csv").exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody();
    }

    private long number(String sql) {
        return db.sql(sql).map(row -> row.get("number", Long.class)).one().block(PATIENCE);
    }

    private String text(String sql) {
        return db.sql(sql).map(row -> row.get("text", String.class)).one().block(PATIENCE);
    }

    private void sql(String text) {
        db.sql(text.replace("%%", "%")).then().block(PATIENCE);
    }
}
