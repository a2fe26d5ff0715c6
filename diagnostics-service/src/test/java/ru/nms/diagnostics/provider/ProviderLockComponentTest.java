package ru.nms.diagnostics.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Kept.imported;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.Kept;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.table.TableReader;
import ru.nms.platform.tx.Tx;

/// A file that is taken in and somebody who says what its words mean, at the same time.
class ProviderLockComponentTest {

    private static final String HEADER = "ID человека;Процедура;Организатор;Дата;Шкала;Баллы;Максимум\n";
    private static final Caller COORDINATOR = new Caller("c", Set.of(Role.COORDINATOR), null, null, null, Set.of());

    private final UUID person = Learnt.person(UUID.randomUUID());
    private final String code = "К-" + UUID.randomUUID();
    private final String procedure = "ROUND_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @TempDir
    Path folder;

    @Test
    void aMappingFindsTheRowsOfABatchThatWasNotDoneYet() {
        var batch = new Open(taken(HEADER + row(person.toString())));
        var mapping = meanwhile(() -> Kept.created("competence-mappings", """
                {"provider": "FEDERAL_COORDINATOR", "procedure": "%s", "code": "П1", "area": "SUBJECT"}""".formatted(procedure)));

        batch.ends();
        mapping.join();
        resultIsThere();
    }

    @Test
    void aPersonsCodeFindsTheRowsOfABatchThatWasNotDoneYet() {
        mapped();
        var batch = new Open(taken(HEADER.replace("ID", "Код") + row(code)));
        var named = meanwhile(() -> Kept.created("provider-person-codes", """
                {"provider": "FEDERAL_COORDINATOR", "code": "%s", "personId": "%s"}""".formatted(code, person)));

        batch.ends();
        named.join();
        resultIsThere();
    }

    @Test
    void aBatchFindsTheMappingThatWasNotDoneYet() {
        var mapping = new Open(added("competenceMappings",
                new CompetenceMapping("FEDERAL_COORDINATOR", procedure, "П1", null, "SUBJECT")));
        var job = meanwhile(() -> imported(PERM.as(Role.ASSESSOR), "provider-results", HEADER + row(person.toString())));

        mapping.ends();
        assertThat(job.join()).containsEntry("created", 1);
        resultIsThere();
    }

    @Test
    void aBatchFindsTheCodeThatWasNotDoneYet() {
        mapped();
        var named = new Open(added("providerPersonCodes", new PersonCode("FEDERAL_COORDINATOR", code, person)));
        var job = meanwhile(() -> imported(PERM.as(Role.ASSESSOR), "provider-results", HEADER.replace("ID", "Код") + row(code)));

        named.ends();
        assertThat(job.join()).containsEntry("created", 1);
        resultIsThere();
    }

    @Test
    void batchesOfOneProviderDoNotWaitForEachOther() {
        mapped();
        var batch = new Open(taken(HEADER + row(person.toString())));
        var other = Learnt.person(UUID.randomUUID());

        assertThat(imported(PERM.as(Role.ASSESSOR), "provider-results", HEADER + row(other.toString()))).containsEntry("created", 1);
        batch.ends();
        resultIsThere();
    }

    /// It locks people, and then wants to read their codes: a batch that came between would wait for the people, and it for the batch.
    @Test
    void aMergerWaitsForABatchBeforeItLocksPeople() {
        var batch = new Open(PERM.bean(ProviderLockStore.class).share().thenReturn("no row yet"));
        var from = Learnt.person(UUID.randomUUID());
        var merger = meanwhile(() -> {
            Learnt.heard(new PersonChanged(UUID.randomUUID(), from, 1, 2, Instant.EPOCH, List.of(), null, null, null,
                    null, person));
            return from;
        });

        batch.ends();
        assertThat(merger.join()).isEqualTo(from);
    }

    /// A transaction whose work is done and which nobody sees yet.
    private static final class Open {

        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        private final CompletableFuture<?> end;

        Open(Mono<?> work) {
            end = PERM.bean(Tx.class).run(work.doOnNext(it -> done.complete(null)).delayUntil(it -> Mono.fromFuture(mayEnd, true)))
                    .doOnError(done::completeExceptionally).toFuture();
            done.orTimeout(20, TimeUnit.SECONDS).join();
        }

        void ends() {
            mayEnd.complete(null);
            end.join();
        }
    }

    /// Goes on as soon as it waits.
    private static <T> CompletableFuture<T> meanwhile(Supplier<T> what) {
        var waiting = CompletableFuture.supplyAsync(what);
        await().until(ProviderLockComponentTest::somebodyWaits);
        return waiting;
    }

    private static boolean somebodyWaits() {
        return Boolean.TRUE.equals(PERM.inTransaction(PERM.bean(DatabaseClient.class).sql("""
                SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                                WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()) AS waits
                """).map(row -> row.get("waits", Boolean.class)).one()));
    }

    private Mono<?> taken(String content) {
        var file = folder.resolve("results.csv");
        try (var reader = TableReader.open(Files.writeString(file, content), ProviderRow.COLUMNS)) {
            return PERM.bean(ProviderScoreService.class).apply(COORDINATOR, reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S> Mono<?> added(String register, S content) {
        return PERM.bean(Registers.class).add((Register<S>) PERM.context().getBean(register, Register.class), COORDINATOR, content);
    }

    private void mapped() {
        Kept.created("competence-mappings", """
                {"provider": "FEDERAL_COORDINATOR", "procedure": "%s", "code": "П1", "area": "SUBJECT"}""".formatted(procedure));
    }

    private String row(String who) {
        return "%s;%s;FEDERAL_COORDINATOR;12.10.2026;П1;30;100\n".formatted(who, procedure);
    }

    private void resultIsThere() {
        get(PERM.as(Role.ASSESSOR), "results?personId=" + person).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].scores[0].competence").isEqualTo("SUBJECT");
    }
}
