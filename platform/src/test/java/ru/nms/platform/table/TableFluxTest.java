package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;

import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class TableFluxTest {

    private static final List<String> TITLES = List.of("Фамилия");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void writesEveryRow(TableFormat format) {
        assertThat(Samples.rows(file(rows(1_234), format))).extracting(row -> row.text("lastName"))
                .hasSize(1_234).startsWith("Р1", "Р2").endsWith("Р1234");
    }

    @ParameterizedTest
    @EnumSource
    void writesAHeaderWhenThereAreNoRows(TableFormat format) {
        assertThat(Samples.rows(file(Flux.empty(), format))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesNoMoreRowsThanTheReaderCanFollow(TableFormat format) {
        var taken = new AtomicLong();
        var received = new AtomicInteger();
        var slow = new BaseSubscriber<DataBuffer>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(3);
            }

            @Override
            protected void hookOnNext(DataBuffer buffer) {
                received.incrementAndGet();
            }
        };
        var endless = Flux.<List<?>>generate(sink -> sink.next(List.of("Р" + taken.incrementAndGet())));

        TableFlux.write(endless.subscribeOn(Schedulers.boundedElastic()), format, TITLES).subscribe(slow);

        await().atMost(PATIENCE).until(() -> received.get() == 3);
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> taken.get() < 200_000);
        slow.cancel();
        var then = taken.get();
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> taken.get() <= then + 1_000);
    }

    /// The rows come never; the reader goes away.
    @ParameterizedTest
    @EnumSource
    void letsGoOfTheRowsWhenTheReaderGoes(TableFormat format) {
        var cancelled = new AtomicBoolean();
        var subscribed = new AtomicBoolean();
        var silent = Flux.<List<?>>never().doOnSubscribe(subscription -> subscribed.set(true)).doOnCancel(() -> cancelled.set(true));

        var reading = TableFlux.write(silent, format, TITLES).subscribe();
        await().atMost(PATIENCE).untilTrue(subscribed);
        reading.dispose();

        await().atMost(PATIENCE).untilTrue(cancelled);
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheReaderThatTheRowsFailedBeforeAnyByte(TableFormat format) {
        var failing = rows(10).concatWith(Flux.error(new IllegalStateException("gone")));
        StepVerifier.create(TableFlux.write(failing, format, TITLES))
                .expectErrorMatches(e -> e.toString().contains("gone")).verify(PATIENCE);
    }

    @Test
    void carriesTheContextToTheRows() {
        var rows = Flux.deferContextual(context -> Flux.<List<?>>just(List.of((String) context.get("who"))));
        assertThat(Samples.row(file(rows, TableFormat.XLSX)).text("lastName")).isEqualTo("caller");
    }

    private Path file(Flux<List<?>> rows, TableFormat format) {
        var out = new ByteArrayOutputStream();
        TableFlux.write(rows, format, TITLES).contextWrite(context -> context.put("who", "caller"))
                .doOnNext(buffer -> out.writeBytes(buffer.toByteBuffer().array()))
                .blockLast(PATIENCE);
        return Samples.file(folder, out.toByteArray());
    }

    private static Flux<List<?>> rows(int count) {
        return Flux.range(1, count).map(i -> List.of("Р" + i));
    }
}
