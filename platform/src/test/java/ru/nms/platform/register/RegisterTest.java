package ru.nms.platform.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.validation.Validation;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Lists;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.probe.Gadget;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.probe.ThingChanged;
import ru.nms.platform.probe.Things;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Row;
import ru.nms.platform.table.RowFault;
import ru.nms.platform.table.TableFlux;
import ru.nms.platform.table.TableFormat;
import ru.nms.platform.table.TableReader;
import ru.nms.platform.testkit.TestServers;
import ru.nms.platform.tx.Tx;
import tools.jackson.databind.json.JsonMapper;

/// A register as its users meet it, over a real database.
class RegisterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Caller COORDINATOR = caller(Role.COORDINATOR);
    private static final Caller MUNICIPALITY = caller(Role.MUNICIPALITY);

    private final ConfigurableApplicationContext probe = Probe.shared();
    private final DatabaseClient db = probe.getBean(DatabaseClient.class);
    private final RegisterConfiguration parts = new RegisterConfiguration();
    private final RegisterStore store = parts.registerStore(db, probe.getBean(Lists.class), EventJson.create(),
            new RegionCalendar(Clock.systemUTC()));
    private final Registers registers = parts.registers(store, EventJson.create(), probe.getBean(Outbox.class),
            probe.getBean(ReadAudit.class), Clock.systemUTC(), probe.getBean(Tx.class));
    private final AtomicReference<String> tag = new AtomicReference<>("first");
    private final Register<Gadget> register = Gadget.register(tag::get);
    private final ImportKind file = parts.registerFiles(registers, store, EventJson.create(),
            Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC()).importOf(register, Role.COORDINATOR);
    private final Wire wire = new Wire(TestServers.kafka());
    private final String mark = UUID.randomUUID().toString();

    @TempDir Path folder;

    @Test
    void keepsShowsAndAnnouncesAnEntry() {
        var part = thing("Part " + mark);
        var made = added(new Gadget("Lamp " + mark, "red", null, List.of(part), 5));

        var found = registers.one(register, COORDINATOR, made.id(), exchange()).block(PATIENCE);
        assertThat(found).isEqualTo(made);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.content().partIds()).containsExactly(part);
        assertThat(found.shown().get("parts").asInt()).isEqualTo(1);
        assertThat(announced(made.id())).containsExactly("1 Lamp " + mark);
    }

    @Test
    void givesANewVersionOnlyToWhatIsNew() {
        var made = added(gadget("Lamp " + mark, 5));

        assertThat(changed(made, gadget("Lamp " + mark, 5)).version()).isEqualTo(1);
        assertThat(changed(made, gadget("Lamp " + mark, 6)).version()).isEqualTo(2);
        assertThatThrownBy(() -> changed(made, gadget("Lamp " + mark, 7))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status().value()).isEqualTo(412));
        assertThat(announced(made.id())).hasSize(2);
    }

    @Test
    void refusesATwinAndNamesIt() {
        var made = added(gadget("Ёлка " + mark, 5));
        var other = added(gadget("Other " + mark, 5));

        for (var title : List.of("Ёлка " + mark, "  елка  " + mark)) {
            assertThatThrownBy(() -> added(gadget(title, 1))).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("already-registered");
                assertThat(refusal.more()).containsEntry("existing", made.id());
            });
        }
        assertThatThrownBy(() -> changed(other, gadget("ЕЛКА " + mark, 5))).isInstanceOf(Refusal.class);
        remove(made);
        assertThat(added(gadget("Ёлка " + mark, 5)).id()).isNotEqualTo(made.id());
    }

    @Test
    void letsEntriesWithoutAKeyRepeat() {
        assertThat(added(gadget("Spare " + mark, 5)).id()).isNotEqualTo(added(gadget("Spare " + mark, 5)).id());
        assertThat(titles(COORDINATOR)).hasSize(2);
    }

    @Test
    void namesEveryReferenceThatTheCallerMayNotNameAndOnlyNewOnes() {
        var known = thing("Known " + mark);
        var hidden = thing("hidden " + mark);
        var absent = UUID.randomUUID();

        assertThat(faults(() -> added(new Gadget("Lamp " + mark, null, hidden, List.of(known, absent), -1))))
                .containsExactly("/weight not-negative", "/makerId unknown-thing", "/partIds/1 unknown-thing");
        var made = added(new Gadget("Lamp " + mark, null, known, List.of(), 1));
        probe.getBean(Things.class).rename(known, "hidden by now " + mark).block(PATIENCE);
        assertThat(changed(made, new Gadget("Lamp " + mark, null, known, List.of(), 2)).version()).isEqualTo(2);
    }

    @Test
    void asksForFactsAfterTheRules() {
        assertThat(faults(() -> added(gadget("impossible " + mark, -1)))).containsExactly("/weight not-negative");
        assertThat(faults(() -> added(gadget("impossible " + mark, 1)))).containsExactly("/title invalid");
    }

    @Test
    void showsAndChangesWithinTheCallersScopeOnly() {
        var red = added(new Gadget("Red " + mark, "red", null, List.of(), 5));
        var blue = added(new Gadget("Blue " + mark, "blue", null, List.of(), 5));

        assertThat(titles(COORDINATOR)).containsExactly("Blue " + mark, "Red " + mark);
        assertThat(titles(MUNICIPALITY)).containsExactly("Red " + mark);
        for (var id : List.of(blue.id(), UUID.randomUUID())) {
            assertThatThrownBy(() -> registers.one(register, MUNICIPALITY, id, exchange()).block(PATIENCE))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status().value()).isEqualTo(404));
        }
        var heavy = new Gadget("Red " + mark, "red", null, List.of(), 100);
        assertThatThrownBy(() -> registers.change(register, MUNICIPALITY, red.id(), IfMatch.of(1), present -> heavy).block(PATIENCE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status().value()).isEqualTo(403));
        assertThatThrownBy(() -> registers.add(register, MUNICIPALITY, heavy).block(PATIENCE)).isInstanceOf(Refusal.class);
        assertThat(changed(red, heavy).version()).isEqualTo(2);
        assertThatThrownBy(() -> registers.remove(register, MUNICIPALITY, red.id(), IfMatch.of(2)).block(PATIENCE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status().value()).isEqualTo(403));
    }

    @Test
    void opensOnlyWhatTheConditionNamesAndTheViewTakesOver() {
        added(new Gadget("Red " + mark, "red", null, List.of(), 5));
        added(new Gadget("Blue " + mark, "blue", null, List.of(), 5));

        var open = registers.open(register, request(), "e.colour = 'blue'", entry -> entry.content().title()).block(PATIENCE);
        assertThat(open.items()).containsExactly("Blue " + mark);
    }

    @Test
    void lendsItselfToActionsInWhatCallersCannotSet() {
        var made = added(gadget("Lamp " + mark, 5));

        assertThat(made.content().state()).isEqualTo("NEW");
        assertThat(faults(() -> added(gadget("Other " + mark, 5).in("SOLD")))).containsExactly("/state fixed");
        var sold = registers.change(register, COORDINATOR, made.id(), IfMatch.of(1), present -> present.in("SOLD")).block(PATIENCE);
        var heavier = replaced(sold, gadget("Lamp " + mark, 6));
        assertThat(heavier.content().state()).isEqualTo("SOLD");
        assertThat(faults(() -> replaced(heavier, gadget("Lamp " + mark, 7).in("NEW")))).containsExactly("/state fixed");
    }

    @Test
    void derivesAnewWhatComesFromElsewhere() {
        var made = added(gadget("Lamp " + mark, 5));
        var which = new Scope.Condition("e.id = :id", Map.of("id", made.id()));
        assertThat(made.content().tag()).isEqualTo("first");

        probe.getBean(Tx.class).run(registers.refresh(register, which)).block(PATIENCE);
        assertThat(all(COORDINATOR).getFirst().version()).isEqualTo(1);
        tag.set("second");
        probe.getBean(Tx.class).run(registers.refresh(register, which)).block(PATIENCE);

        assertThat(all(COORDINATOR).getFirst().content().tag()).isEqualTo("second");
        assertThat(announced(made.id())).containsExactly("1 Lamp " + mark, "2 Lamp " + mark);
    }

    @Test
    void tellsItsEntriesAgain() {
        var made = added(gadget("Lamp " + mark, 5));
        announced(made.id());

        probe.getBean(Tx.class).run(registers.retelling(register).orElseThrow().announce().apply(List.of(made.id()))).block(PATIENCE);

        assertThat(announced(made.id())).containsExactly("1 Lamp " + mark, "1 Lamp " + mark);
    }

    @Test
    void givesATableInWhichWhatAnEntryRefersToHasItsName() {
        var maker = thing("Maker " + mark);
        added(new Gadget("Lamp " + mark, "red", maker, List.of(thing("One " + mark), thing("Two " + mark)), 5));

        var table = registers.list(register, COORDINATOR, request(), exchange());
        var row = table.sheets().getFirst().rows().blockFirst(PATIENCE);
        assertThat(table.sheets().getFirst().titles()).containsExactly("Идентификатор", "Название", "Цвет", "Изготовитель", "Части", "Вес");
        assertThat(row.subList(1, row.size()).toString())
                .isEqualTo("[Lamp %1$s, red, Maker %1$s, [One %1$s, Two %1$s], 5]".formatted(mark));
    }

    @Test
    void leavesATombstone() {
        var made = added(gadget("Lamp " + mark, 5));

        assertThatThrownBy(() -> registers.remove(register, COORDINATOR, made.id(), IfMatch.of(2)).block(PATIENCE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status().value()).isEqualTo(412));
        remove(made);

        assertThat(titles(COORDINATOR)).isEmpty();
        assertThat(announced(made.id())).containsExactly("1 Lamp " + mark, "2 gone");
        var feed = register.feed(List.of("title"), List.of("title", "weight"));
        assertThat(db.sql("SELECT CAST(%s AS text) || e.deleted || e.version AS told FROM %s WHERE e.id = :id"
                        .formatted(feed.naturalKey(), feed.table())).bind("id", made.id())
                .mapValue(String.class).one().block(PATIENCE)).isEqualTo("{\"title\": \"Lamp " + mark + "\"}true2");
    }

    @Test
    void takesAFileInOnce() throws IOException {
        var part = thing("Part " + mark);
        var maker = thing("Maker " + mark);
        var content = "Название;Цвет;Изготовитель;Части;Вес\nLamp %1$s;red;MAKER %1$s;part %1$s, %2$s;5\nBox %1$s;;;;7\n"
                .formatted(mark, maker);

        assertThat(taken(content)).containsExactly(Verdict.CREATED, Verdict.CREATED);
        assertThat(taken(content)).containsExactly(Verdict.UNCHANGED, Verdict.UNCHANGED);
        assertThat(taken("Название;Вес\nlamp %1$s;6\nlamp %1$s;6\n".formatted(mark)))
                .containsExactly(Verdict.CHANGED, Verdict.UNCHANGED);

        var lamp = all(COORDINATOR).getLast();
        assertThat(lamp.version()).isEqualTo(2);
        assertThat(lamp.content()).isEqualTo(new Gadget("lamp " + mark, "red", maker, List.of(part, maker), 6, "NEW", "first"));
        assertThat(announced(lamp.id())).containsExactly("1 Lamp " + mark, "2 lamp " + mark);
    }

    @Test
    void takesRowsWithoutAKeyForEntriesOfTheirOwn() throws IOException {
        assertThat(taken("Название;Вес\nSpare %1$s;5\nSpare %1$s;7\nSpare %1$s;5\n".formatted(mark))).containsOnly(Verdict.CREATED);

        assertThat(all(COORDINATOR)).extracting(entry -> entry.content().weight()).containsExactlyInAnyOrder(5, 7, 5);
    }

    @Test
    void doesNotWriteWhatReturnsToItsOrigin() throws IOException {
        var made = added(gadget("Lamp " + mark, 5));

        assertThat(taken("Название;Вес\nLamp %1$s;6\nLamp %1$s;5\n".formatted(mark))).containsExactly(Verdict.CHANGED, Verdict.UNCHANGED);
        assertThat(all(COORDINATOR).getFirst()).isEqualTo(made);
        assertThat(taken("Название;Вес\nLamp %1$s;6\nLamp %1$s;5\nLamp %1$s;8\n".formatted(mark)))
                .containsExactly(Verdict.CHANGED, Verdict.UNCHANGED, Verdict.CHANGED);
        assertThat(all(COORDINATOR).getFirst().version()).isEqualTo(2);
    }

    @Test
    void tellsNamesakesApartByWhatStandsInParentheses() throws IOException {
        var one = thing("Twin " + mark);
        var other = thing("Twin " + mark);
        var rows = rows("""
                Название;Изготовитель
                A %1$s;twin %1$s
                B %1$s;Twin %1$s (%2$s)
                C %1$s;%3$s
                D %1$s;Nobody %1$s
                """.formatted(mark, one, other));

        assertThat(apply(rows)).containsExactly(Verdict.REFUSED, Verdict.CREATED, Verdict.CREATED, Verdict.REFUSED);
        assertThat(codes(rows.getFirst())).containsExactly("Изготовитель ambiguous-thing");
        assertThat(codes(rows.getLast())).containsExactly("Изготовитель unknown-thing");
        assertThat(all(COORDINATOR)).extracting(entry -> entry.content().makerId()).containsExactly(one, other);
    }

    @Test
    void refusesRowsThatBreakARule() throws IOException {
        var rows = rows("Название;Вес;Цвет\nA %1$s;-1;\nimpossible %1$s;1;\nB %1$s;1;%2$s\n".formatted(mark, "x".repeat(21)));

        assertThat(apply(rows)).containsOnly(Verdict.REFUSED);
        assertThat(rows.stream().map(RegisterTest::codes)).containsExactly(List.of("Вес not-negative"),
                List.of("Название invalid"), List.of("Цвет size"));
        assertThat(titles(COORDINATOR)).isEmpty();
    }

    @Test
    void findsNamesThatEndInParentheses() throws IOException {
        var maker = thing("Школа № 5 (корпус 2) " + mark + " (филиал)");

        assertThat(taken("Название;Изготовитель\nA %1$s;школа № 5 (корпус 2) %1$s (Филиал)\n".formatted(mark)))
                .containsExactly(Verdict.CREATED);
        assertThat(all(COORDINATOR).getFirst().content().makerId()).isEqualTo(maker);
    }

    @Test
    void refusesRowsThatTheSenderMayNotKeepOrName() throws IOException {
        var hidden = thing("hidden " + mark);
        var rows = rows("""
                Название;Вес;Изготовитель
                A %1$s;99;
                B %1$s;100;
                C %1$s;1;%2$s
                D %1$s;1;hidden %1$s
                E %1$s;1;%3$s
                """.formatted(mark, hidden, UUID.randomUUID()));

        assertThat(apply(MUNICIPALITY, rows)).containsExactly(Verdict.CREATED, Verdict.REFUSED, Verdict.REFUSED, Verdict.REFUSED,
                Verdict.REFUSED);
        assertThat(rows.stream().skip(1).map(RegisterTest::codes)).containsExactly(List.of("Название not-permitted"),
                List.of("Изготовитель unknown-thing"), List.of("Изготовитель unknown-thing"), List.of("Изготовитель unknown-thing"));
        assertThat(apply(COORDINATOR, rows("Название;Вес\nB %1$s;100\n".formatted(mark)))).containsExactly(Verdict.CREATED);
    }

    @Test
    void givesATableThatChangesNothingWhenItComesBack() throws IOException {
        var comma = thing("One, two %s".formatted(mark));
        var semicolon = thing("A; \"b\" %s".formatted(mark));
        var made = added(new Gadget("Lamp " + mark, null, comma, List.of(semicolon, comma), 5));
        added(new Gadget("Lone " + mark, null, null, List.of(comma), 5));

        var table = registers.list(register, COORDINATOR, request(), exchange()).sheets().getFirst();
        var bytes = TableFlux.write(table.rows(), TableFormat.CSV, table.titles()).reduce("", (all, part) -> all
                + part.toString(UTF_8)).block(PATIENCE);
        assertThat(apply(rows(bytes))).containsExactly(Verdict.UNCHANGED, Verdict.UNCHANGED);
        assertThat(all(COORDINATOR).getFirst()).isEqualTo(made);
    }

    private static Caller caller(Role role) {
        return new Caller(role.name(), Set.of(role), null, null, null, Set.of());
    }

    private UUID thing(String title) {
        return probe.getBean(Things.class).create(title).block(PATIENCE);
    }

    private static Gadget gadget(String title, int weight) {
        return new Gadget(title, null, null, List.of(), weight);
    }

    private Entry<Gadget> added(Gadget gadget) {
        return registers.add(register, COORDINATOR, gadget).block(PATIENCE);
    }

    private Entry<Gadget> changed(Entry<Gadget> from, Gadget to) {
        return replaced(from, to);
    }

    private Entry<Gadget> replaced(Entry<Gadget> from, Gadget to) {
        return registers.replace(register, COORDINATOR, from.id(), IfMatch.of(from.version()), to).block(PATIENCE);
    }

    private void remove(Entry<Gadget> made) {
        registers.remove(register, COORDINATOR, made.id(), IfMatch.of(made.version())).block(PATIENCE);
    }

    private static List<String> faults(Runnable work) {
        var found = new ArrayList<String>();
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("invalid");
            refusal.faults().stream().map((Fault fault) -> fault.pointer() + " " + fault.code()).forEach(found::add);
        });
        return found;
    }

    private ListRequest request() {
        return new ListRequest(Map.of("q", List.of(mark)));
    }

    private List<Entry<Gadget>> all(Caller caller) {
        return registers.list(register, caller, request(), exchange()).body().block(PATIENCE).items();
    }

    private List<String> titles(Caller caller) {
        return all(caller).stream().map(entry -> entry.content().title()).toList();
    }

    private static MockServerWebExchange exchange() {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/gadgets"));
    }

    /// What Kafka has been told of a gadget once the outbox is empty: versions and titles.
    private List<String> announced(UUID id) {
        await().untilAsserted(() -> assertThat(db.sql("SELECT count(*) FROM outbox WHERE aggregateid = :id").bind("id", id)
                .mapValue(Long.class).one().block(PATIENCE)).isZero());
        return wire.all(ThingChanged.TOPIC.name(), told -> told.key().equals(id.toString())).stream().map(RegisterTest::told).toList();
    }

    private static String told(ConsumerRecord<String, String> record) {
        var version = new String(record.headers().lastHeader("ce_version").value(), UTF_8);
        return version + " " + (record.value() == null ? "gone" : JSON.readTree(record.value()).get("title").asString());
    }

    private List<Row> rows(String content) throws IOException {
        var path = Files.writeString(Files.createTempFile(folder, "gadgets", ".csv"), content, UTF_8);
        try (var reader = TableReader.open(path, file.columns())) {
            return reader.stream().toList();
        }
    }

    private List<Verdict> taken(String content) throws IOException {
        return apply(rows(content));
    }

    private List<Verdict> apply(List<Row> rows) {
        return apply(COORDINATOR, rows);
    }

    private List<Verdict> apply(Caller caller, List<Row> rows) {
        return probe.getBean(Tx.class).run(file.apply(caller, rows)).block(PATIENCE);
    }

    private static List<String> codes(Row row) {
        return row.faults().stream().map((RowFault fault) -> fault.column() + " " + fault.code()).toList();
    }
}
