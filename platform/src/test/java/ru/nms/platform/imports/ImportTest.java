package ru.nms.platform.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
import ru.nms.platform.probe.Probe;
import ru.nms.platform.problem.Refusal;

class ImportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller COORDINATOR = new Caller("coordinator", Set.of(Role.COORDINATOR), null, null, null, Set.of());

    private final ConfigurableApplicationContext probe = Probe.shared();
    private final ImportService imports = probe.getBean(ImportService.class);
    private final DatabaseClient db = probe.getBean(DatabaseClient.class);

    @Test
    void storesRowsAndReportsTheRefusedOnes() {
        var prefix = UUID.randomUUID().toString();
        var job = done(send("APPLY", false, null, "Код;Название\n%1$s-1;first\n%1$s-2;bad\n%1$s-3;\n%1$s-4;fourth\n"
                .formatted(prefix)));

        assertThat(job.status()).isEqualTo("DONE");
        assertThat(counts(job)).isEqualTo("rows 4 created 2 changed 0 unchanged 0 refused 2");
        var refused = imports.refusals(job.id(), 0, 10).block(PATIENCE);
        assertThat(refused).extracting(ImportStore.RefusedRow::row).containsExactly(3, 4);
        assertThat(refused.getLast().faults()).contains("cell-required").contains("Название");
    }

    @Test
    void changesNothingTheSecondTime() {
        var file = file(700, UUID.randomUUID().toString());
        done(send("APPLY", false, null, file));

        var again = done(send("APPLY", false, null, file));

        assertThat(counts(again)).isEqualTo("rows 700 created 0 changed 0 unchanged 700 refused 0");
    }

    @Test
    void validatesWithoutStoring() {
        var prefix = UUID.randomUUID().toString();
        long before = things();

        var job = done(send("VALIDATE", false, null, file(30, prefix)));

        assertThat(counts(job)).isEqualTo("rows 30 created 30 changed 0 unchanged 0 refused 0");
        assertThat(things()).isEqualTo(before);
    }

    @Test
    void storesNothingOfAnAtomicFileWithOneBadRow() {
        var prefix = UUID.randomUUID().toString();
        long before = things();

        var job = done(send("APPLY", true, null, file(900, prefix) + prefix + "-x;bad\n"));

        assertThat(job.status()).isEqualTo("FAILED");
        assertThat(job.failure()).isEqualTo("refused-rows");
        assertThat(job.refused()).isEqualTo(1);
        assertThat(things()).isEqualTo(before);
    }

    @Test
    void storesAllOfAnAtomicFileThatIsRight() {
        var job = done(send("APPLY", true, null, file(600, UUID.randomUUID().toString())));

        assertThat(job.status()).isEqualTo("DONE");
        assertThat(counts(job)).isEqualTo("rows 600 created 600 changed 0 unchanged 0 refused 0");
    }

    @Test
    void failsOnAFileThatIsNoTable() {
        assertThat(done(send("APPLY", false, null, "")).failure()).isEqualTo("file-empty");

        var job = done(send("APPLY", false, null, "Код;Цвет\n1;2\n"));
        assertThat(job.failure()).isEqualTo("header-wrong");
        assertThat(imports.refusals(job.id(), 0, 10).block(PATIENCE).getFirst().faults()).contains("Цвет");
    }

    @Test
    void goesOnWhereADeadWorkerStopped() {
        var prefix = UUID.randomUUID().toString();
        var store = probe.getBean(ImportStore.class);
        var id = ru.nms.platform.time.Ids.next();
        store.create(id, "things", "APPLY", false, "coordinator", "{\"subject\":\"c\",\"roles\":[]}", null).block(PATIENCE);
        new ImportFile(store).keep(id, buffers(file(1_200, prefix))).block(PATIENCE);
        store.progress(id, 500, 500, 0, 0, 0).block(PATIENCE);
        store.uploaded(id).block(PATIENCE);

        var job = done(id);

        assertThat(counts(job)).isEqualTo("rows 1200 created 1200 changed 0 unchanged 0 refused 0");
        assertThat(number("SELECT count(*) AS n FROM thing WHERE title LIKE '%" + prefix + "%'")).isEqualTo(700);
    }

    @Test
    void givesTheSameJobToARepeatedUpload() {
        var key = UUID.randomUUID().toString();
        var first = send("APPLY", false, key, file(3, key));

        assertThat(send("APPLY", false, key, file(3, key))).isEqualTo(first);
    }

    @Test
    void keepsFilesNoLongerThanTheJobRuns() {
        var job = done(send("APPLY", false, null, file(3, UUID.randomUUID().toString())));

        assertThat(number("SELECT count(*) AS n FROM import_chunk WHERE job = '" + job.id() + "'")).isZero();
    }

    @Test
    void hidesJobsFromOthers() {
        var id = send("VALIDATE", false, null, file(1, "x"));
        var stranger = new Caller("stranger", Set.of(Role.MUNICIPALITY), null, null, null, Set.of());

        assertThatThrownBy(() -> imports.find(id, stranger).block(PATIENCE)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesRolesThatMayNotImportTheKind() {
        var stranger = new Caller("stranger", Set.of(Role.ASSESSOR), null, null, null, Set.of());

        assertThatThrownBy(() -> imports.take(stranger, order("VALIDATE", false), null, Flux.empty()).block(PATIENCE))
                .isInstanceOf(Refusal.class);
    }

    private UUID send(String mode, boolean atomic, String key, String content) {
        return imports.take(COORDINATOR, order(mode, atomic), key, buffers(content)).block(PATIENCE).id();
    }

    private static ImportOrder order(String mode, boolean atomic) {
        return new ImportOrder("things", mode, atomic, null);
    }

    private ImportJob done(UUID id) {
        await().atMost(PATIENCE).until(() -> !imports.find(id, COORDINATOR).block(PATIENCE).status().equals("RUNNING"));
        return imports.find(id, COORDINATOR).block(PATIENCE);
    }

    private static Flux<DataBuffer> buffers(String content) {
        return DataBufferUtils.read(new ByteArrayResource(content.getBytes(UTF_8)),
                DefaultDataBufferFactory.sharedInstance, 1_000);
    }

    private static String file(int rows, String prefix) {
        return IntStream.range(0, rows).mapToObj(i -> prefix + "-" + i + ";title " + prefix + " " + i)
                .collect(Collectors.joining("\n", "Код;Название\n", "\n"));
    }

    private static String counts(ImportJob job) {
        return "rows %d created %d changed %d unchanged %d refused %d".formatted(job.rows(), job.created(), job.changed(),
                job.unchanged(), job.refused());
    }

    private long things() {
        return number("SELECT count(*) AS n FROM thing");
    }

    private long number(String sql) {
        return db.sql(sql).map(row -> row.get("n", Long.class)).one().block(PATIENCE);
    }
}
