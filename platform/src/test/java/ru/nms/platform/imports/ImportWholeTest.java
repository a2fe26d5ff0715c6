package ru.nms.platform.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.imports.ImportStore.ChangedRow;
import ru.nms.platform.probe.Probe;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Files of more than one batch that are judged, or stored, as one. The probe takes 2000 rows at once.
class ImportWholeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller COORDINATOR = new Caller("coordinator", Set.of(Role.COORDINATOR), null, null, null, Set.of());

    private final ConfigurableApplicationContext probe = Probe.shared();
    private final ImportService imports = probe.getBean(ImportService.class);
    private final ImportStore store = probe.getBean(ImportStore.class);
    private final DatabaseClient db = probe.getBean(DatabaseClient.class);
    private final String mark = UUID.randomUUID().toString();

    @Test
    void judgesALateRowByWhatAnEarlyOneWouldDo() {
        var late = file(700) + mark + "-late;behind title " + mark + " 3\n";

        assertThat(counts(done("VALIDATE", false, late))).isEqualTo("DONE rows 701 created 701 changed 0 unchanged 0 refused 0");
        assertThat(things()).isZero();
        assertThat(counts(done("APPLY", true, late))).isEqualTo("DONE rows 701 created 701 changed 0 unchanged 0 refused 0");
        assertThat(things()).isEqualTo(701);
        assertThat(counts(done("APPLY", false, late))).isEqualTo("DONE rows 701 created 0 changed 0 unchanged 701 refused 0");
    }

    @Test
    void storesNothingOfAnAtomicFileOfWhichTwoFarRowsClash() {
        var clash = "Код;Название\n" + mark + "-a;alone " + mark + "\n" + file(700).lines().skip(1).collect(Collectors.joining("\n"))
                + "\n" + mark + "-b;alone " + mark + "\n";

        assertThat(done("VALIDATE", false, clash).refused()).isEqualTo(1);
        var job = done("APPLY", true, clash);

        assertThat(counts(job)).isEqualTo("FAILED rows 702 created 701 changed 0 unchanged 0 refused 1");
        assertThat(job.failure()).isEqualTo("refused-rows");
        assertThat(store.refusals(job.id(), 0, 10).map(ImportStore.RefusedRow::row).collectList().block(PATIENCE)).containsExactly(703);
        assertThat(things()).isZero();
        assertThat(outbox()).isZero();
    }

    @Test
    void triesRowsThatTheDatabaseRefusesAlone() {
        var job = done("VALIDATE", false, file(600) + mark + "-x;nul " + mark + "\n");

        assertThat(counts(job)).isEqualTo("DONE rows 601 created 600 changed 0 unchanged 0 refused 1");
        assertThat(store.refusals(job.id(), 0, 10).blockFirst(PATIENCE).faults()).contains("cannot-be-stored");
        assertThat(things()).isZero();
    }

    @Test
    void beginsAnewWhereADeadWorkerHadStoredNothing() {
        var id = Ids.next();
        store.create(id, "things", "APPLY", true, "coordinator", "{\"subject\":\"coordinator\",\"roles\":[]}", null).block(PATIENCE);
        new ImportFile(store).keep(id, buffers(file(600))).block(PATIENCE);
        store.progress(id, 500, 400, 0, 0, 100).block(PATIENCE);
        store.refuse(id, 17, List.of("a"), "[]").block(PATIENCE);
        store.uploaded(id).block(PATIENCE);

        assertThat(counts(done(id))).isEqualTo("DONE rows 600 created 600 changed 0 unchanged 0 refused 0");
        assertThat(things()).isEqualTo(600);
        assertThat(store.refusals(id, 0, 10).collectList().block(PATIENCE)).isEmpty();
    }

    @Test
    void leavesAJobToTheProcessThatWorksOnIt() {
        var id = UUID.randomUUID();
        var tx = probe.getBean(Tx.class);

        var both = tx.run(store.lasting(id).flatMap(first -> tx.apart(store.lasting(id)).map(second -> first + " " + second)));

        assertThat(both.block(PATIENCE)).isEqualTo("true false");
        assertThat(store.lasting(id).block(PATIENCE)).isTrue();
    }

    @Test
    void lastsLongerThanOtherTransactions() {
        var limit = db.sql("SELECT current_setting('transaction_timeout')").mapValue(String.class).one();

        assertThat(limit.block(PATIENCE)).isEqualTo("30s");
        assertThat(probe.getBean(Tx.class).run(store.lasting(UUID.randomUUID()).then(limit)).block(PATIENCE)).isEqualTo("0");
    }

    @Test
    void validatesALargeFileInPartsAndRefusesToStoreItAtOnce() {
        assertThat(counts(done("VALIDATE", false, file(2_600)))).isEqualTo("DONE rows 2600 created 2600 changed 0 unchanged 0 refused 0");

        var job = done("APPLY", true, file(2_001));
        assertThat(job.status() + " " + job.failure()).isEqualTo("FAILED too-many-rows-at-once");
        assertThat(things()).isZero();
        assertThat(done("APPLY", true, file(2_000)).status()).isEqualTo("DONE");
        assertThat(things()).isEqualTo(2_000);
    }

    @Test
    void tellsWhichRowsWouldChangeAndInWhichColumns() {
        done("APPLY", false, "Код;Название\n%1$s-1;one %1$s\n%1$s-2;two %1$s\n".formatted(mark));

        var job = done("VALIDATE", false,
                "Код;title\n%1$s-1;one %1$s\n%1$s-2;other %1$s\n%1$s-3;bad\n%1$s-4;four %1$s\n".formatted(mark));

        var changed = new ChangedRow(3, Verdict.CHANGED, List.of("title"));
        var created = new ChangedRow(5, Verdict.CREATED, List.of());
        assertThat(imports.changes(job.id(), null, 0, 10).block(PATIENCE)).containsExactly(changed, created);
        assertThat(imports.changes(job.id(), Verdict.CREATED, 0, 10).block(PATIENCE)).containsExactly(created);
        assertThat(imports.changes(job.id(), null, 0, 1).block(PATIENCE)).containsExactly(changed);
        assertThat(imports.changes(job.id(), null, 3, 1).block(PATIENCE)).containsExactly(created);
    }

    @Test
    void notesNoMoreChangesThanAFirstLookNeeds() {
        var id = Ids.next();
        store.create(id, "things", "VALIDATE", false, "coordinator", "{}", null).block(PATIENCE);
        var noted = "[{\"row\": 2, \"verdict\": \"CREATED\", \"columns\": []}]";

        store.progress(id, 1, ImportStore.MOST_CHANGES + 1, 0, 0, 0).then(store.changes(id, noted)).block(PATIENCE);
        assertThat(imports.changes(id, null, 0, 10).block(PATIENCE)).isEmpty();
        store.progress(id, 0, -1, 0, 0, 0).then(store.changes(id, noted)).block(PATIENCE);
        assertThat(imports.changes(id, null, 0, 10).block(PATIENCE)).hasSize(1);
    }

    private ImportJob done(String mode, boolean atomic, String content) {
        return done(imports.take(COORDINATOR, new ImportOrder("things", mode, atomic, null), null, buffers(content)).block(PATIENCE).id());
    }

    private ImportJob done(UUID id) {
        await().atMost(PATIENCE).until(() -> !imports.find(id, COORDINATOR).block(PATIENCE).status().equals("RUNNING"));
        return imports.find(id, COORDINATOR).block(PATIENCE);
    }

    private static Flux<DataBuffer> buffers(String content) {
        return DataBufferUtils.read(new ByteArrayResource(content.getBytes(UTF_8)),
                DefaultDataBufferFactory.sharedInstance, 1_000);
    }

    private String file(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> mark + "-" + i + ";title " + mark + " " + i)
                .collect(Collectors.joining("\n", "Код;Название\n", "\n"));
    }

    private static String counts(ImportJob job) {
        return "%s rows %d created %d changed %d unchanged %d refused %d".formatted(job.status(), job.rows(), job.created(),
                job.changed(), job.unchanged(), job.refused());
    }

    private long things() {
        return count("SELECT count(*) FROM thing WHERE title LIKE :mark");
    }

    private long outbox() {
        return count("SELECT count(*) FROM outbox WHERE payload LIKE :mark");
    }

    private long count(String sql) {
        return db.sql(sql).bind("mark", "%" + mark + "%").mapValue(Long.class).one().block(PATIENCE);
    }
}
