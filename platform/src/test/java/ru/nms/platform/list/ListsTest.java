package ru.nms.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

class ListsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Scope.Condition ALL = Scope.everything().on(new Scope.Columns(null, null, null, null));
    private static final Listing LISTING = Listing.of("rows", "r.id", "FROM list_row r")
            .sort("name", "r.name_key", Kind.TEXT)
            .sort("since", "r.since", Kind.DATE)
            .filter("group", "r.team = :group", Kind.TEXT)
            .filter("owner", "r.owner = :owner", Kind.ID)
            .filter("q", "r.name_key LIKE ALL (:q)", Kind.WORDS);

    private final DatabaseClient db = Probe.shared().getBean(DatabaseClient.class);
    private final Lists lists = Probe.shared().getBean(Lists.class);

    @BeforeEach
    void fill() {
        sql("DROP TABLE IF EXISTS list_row");
        sql("""
                CREATE TABLE list_row (id uuid PRIMARY KEY, name_key text NOT NULL, since date NOT NULL,
                                       team text NOT NULL, owner uuid NOT NULL)
                """);
        sql("""
                INSERT INTO list_row
                SELECT gen_random_uuid(), 'имя ' || (n %% 40), date '2020-01-01' + n %% 7, 'g' || n %% 3,
                       CAST('00000000-0000-0000-0000-00000000000' || n %% 2 AS uuid)
                  FROM generate_series(1, 230) AS n
                """.replace("%%", "%"));
    }

    @Test
    void showsEveryRowOnceWhateverTheOrder() {
        for (var sort : List.of("name", "-name", "since", "-since")) {
            var seen = walk(Map.of("sort", sort, "limit", "17"));

            assertThat(seen).as(sort).hasSize(230).doesNotHaveDuplicates();
        }
    }

    @Test
    void sortsByTheChosenOrder() {
        var page = page(Map.of("sort", "-since", "limit", "200"), ALL);

        assertThat(page.items()).extracting(Row::since).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void filtersAndCounts() {
        var page = page(Map.of("group", "g1", "count", "true", "limit", "1"), ALL);

        assertThat(page.total()).isEqualTo(77);
        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isNotNull();
    }

    @Test
    void meansOneRelatedRowByAllFiltersThroughIt() {
        var through = "FROM (VALUES ('a', 1), ('b', 2)) AS s (kind, size) WHERE r.team = 'g1'";
        var related = Listing.of("related", "r.id", "FROM list_row r")
                .sort("name", "r.name_key", Kind.TEXT)
                .filter("kind", "s.kind = :kind", Kind.FOLDED, through)
                .filter("size", "s.size = :size", Kind.NUMBER, through);

        assertThat(total(related, Map.of("kind", "B", "size", "2"))).isEqualTo(77);
        assertThat(total(related, Map.of("kind", "B"))).isEqualTo(77);
        assertThat(total(related, Map.of("kind", "A", "size", "2"))).isZero();
    }

    private long total(Listing listing, Map<String, String> parameters) {
        var all = new HashMap<>(parameters);
        all.put("count", "true");
        return lists.page(listing, request(all), "r.id", ALL, row -> "").block(PATIENCE).total();
    }

    @Test
    void findsWordsInAnyOrderAndTreatsPatternsAsText() {
        assertThat(page(Map.of("q", "7 ИМЯ", "count", "true"), ALL).total()).isPositive();
        assertThat(page(Map.of("q", "%", "count", "true"), ALL).total()).isZero();
        assertThat(page(Map.of("q", "_мя", "count", "true"), ALL).total()).isZero();
    }

    @Test
    void foldsCaseYoAndSpaces() {
        assertThat(Kind.fold("  ЁЛКИНА \u00a0 Анна ")).isEqualTo("елкина анна");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"г. Тюмень|г.Тюмень", "Школа №  5|школа №5", "«Ёлка»|\"елка\"", "„Рост“ – лицей|“рост”-Лицей",
            "Ханты - Мансийск|Ханты‑Мансийск", "г.\u00a0Тюмень|Г. ТЮМЕНЬ", "А . Б|а .б", "№|№", "- а -|-а-", "Школа № 5 (корпус 2)|школа №5 (корпус 2)"})
    void foldsWhatOnlyLooksOtherHereAndInTheDatabase(String one, String other) {
        assertThat(Kind.fold(one)).isEqualTo(Kind.fold(other));
        assertThat(Kind.fold(Kind.fold(one))).isEqualTo(Kind.fold(one));
        assertThat(db.sql("SELECT fold_name(:name)").bind("name", one).mapValue(String.class).one().block()).isEqualTo(Kind.fold(one));
    }

    @ParameterizedTest
    @CsvSource({"Школа № 5,Школа № 15", "Школа 5,Школа№5", "Ленина 1,Ленина1", "А/Б,А Б"})
    void keepsApartWhatIsOther(String one, String other) {
        assertThat(Kind.fold(one)).isNotEqualTo(Kind.fold(other));
    }

    @Test
    void refusesWhatItDoesNotUnderstandAllAtOnce() {
        assertThatThrownBy(() -> page(Map.of("colour", "red", "limit", "0", "sort", "age", "owner", "x",
                "count", "maybe"), ALL))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(400);
                    assertThat(refusal.faults()).extracting(Fault::pointer)
                            .containsExactlyInAnyOrder("colour", "limit", "sort", "owner", "count");
                });
    }

    @Test
    void boundsThePage() {
        assertThat(page(Map.of("limit", "200"), ALL).items()).hasSize(200);
        assertThat(page(Map.of(), ALL).items()).hasSize(50);
        assertThatThrownBy(() -> page(Map.of("limit", "201"), ALL)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesACursorUnderOtherFilters() {
        var cursor = page(Map.of("group", "g1", "limit", "5"), ALL).next();

        assertThatThrownBy(() -> page(Map.of("group", "g2", "limit", "5", "after", cursor), ALL))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void showsOnlyTheCallersScope() {
        var columns = new Scope.Columns("r.owner = :scope", null, null, null);
        var municipality = new UUID(0, 1);
        var caller = new Caller("m", java.util.Set.of(Role.MUNICIPALITY), null, null, municipality, java.util.Set.of());

        assertThat(page(Map.of("count", "true"), Scope.of(caller).on(columns)).total()).isEqualTo(115);
        assertThat(page(Map.of("count", "true"), Scope.nothing().on(columns)).total()).isZero();
    }

    private record Row(UUID id, String since) {}

    private List<UUID> walk(Map<String, String> parameters) {
        List<UUID> seen = new ArrayList<>();
        String next = null;
        do {
            var all = new HashMap<>(parameters);
            if (next != null) {
                all.put("after", next);
            }
            var page = page(all, ALL);
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
        } while (next != null);
        return seen;
    }

    private static ListRequest request(Map<String, String> parameters) {
        Map<String, List<String>> raw = new HashMap<>();
        parameters.forEach((name, value) -> raw.put(name, List.of(value)));
        return new ListRequest(raw);
    }

    private Page<Row> page(Map<String, String> parameters, Scope.Condition scope) {
        return lists.page(LISTING, request(parameters), "r.id, r.since", scope,
                row -> new Row(row.get("id", UUID.class), String.valueOf(row.get("since")))).block(PATIENCE);
    }

    private void sql(String text) {
        db.sql(text).then().block(PATIENCE);
    }
}
