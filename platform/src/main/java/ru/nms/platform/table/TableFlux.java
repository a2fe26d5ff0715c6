package ru.nms.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// A table as the body of an answer. Rows are asked for as fast as the reader of the answer takes bytes; nothing is
/// gathered in between but a few hundred rows.
public final class TableFlux {

    private static final int BATCH = 200;
    private static final int CHUNK = 1 << 14;
    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;
    /// Its own threads: slow readers of large workbooks hold one each, and must not hold those of everybody else.
    private static final Scheduler WORKERS = Schedulers.newBoundedElastic(16, 1_000, "table-xlsx", 60, true);

    private TableFlux() {}

    public static Flux<DataBuffer> write(Flux<? extends List<?>> rows, TableFormat format, List<String> titles) {
        return write(List.of(new Sheet(XlsxTableWriter.DEFAULT_NAME, titles, rows)), format);
    }

    /// @param sheets at least one
    public static Flux<DataBuffer> write(List<Sheet> sheets, TableFormat format) {
        return switch (format) {
            case CSV -> csv(sheets);
            case XLSX -> xlsx(sheets);
        };
    }

    /// What a writer is told, one after the other: a row, or that another table begins. The first table has begun.
    private static Flux<Consumer<TableWriter>> steps(List<Sheet> sheets) {
        return Flux.fromIterable(sheets).index().concatMap(sheet -> {
            Flux<Consumer<TableWriter>> rows = sheet.getT2().rows().map(row -> writer -> writer.row(row));
            Consumer<TableWriter> begin = writer -> writer.table(sheet.getT2().title(), sheet.getT2().titles());
            return sheet.getT1() == 0 ? rows : Flux.concat(Mono.just(begin), rows);
        }, 1);
    }

    /// Encoding a batch is a matter of microseconds, so it happens where the rows arrive. The header goes with the first
    /// of them: a query that fails at once can still be answered as a problem.
    private static Flux<DataBuffer> csv(List<Sheet> sheets) {
        return Flux.defer(() -> {
            var bytes = new ByteArrayOutputStream(1 << 14);
            var writer = new CsvTableWriter(bytes, sheets.getFirst().titles());
            return steps(sheets).buffer(BATCH).map(batch -> {
                batch.forEach(step -> step.accept(writer));
                return drained(bytes, writer);
            }).switchIfEmpty(Mono.fromSupplier(() -> drained(bytes, writer)));
        });
    }

    /// A workbook can only be written to a stream, by a thread that waits for rows and for room.
    private static Flux<DataBuffer> xlsx(List<Sheet> sheets) {
        return Flux.deferContextual(context -> {
            var cancelled = Sinks.<Void>empty();
            var source = steps(sheets).takeUntilOther(cancelled.asMono()).contextWrite(context);
            Publisher<DataBuffer> written = DataBufferUtils.outputStreamPublisher(
                    out -> pump(source.toIterable(BATCH), out, sheets.getFirst()), BUFFERS, WORKERS::schedule, CHUNK);
            // Without this a writer that waits for its next row would not learn that nobody reads any more.
            return Flux.from(written).doOnCancel(cancelled::tryEmitEmpty);
        });
    }

    /// Not closed on failure: that would finish a workbook that looks whole.
    private static void pump(Iterable<Consumer<TableWriter>> steps, OutputStream out, Sheet first) {
        var writer = new XlsxTableWriter(out, first.title(), first.titles());
        steps.forEach(step -> step.accept(writer));
        writer.close();
    }

    private static DataBuffer drained(ByteArrayOutputStream bytes, CsvTableWriter writer) {
        writer.flush();
        var buffer = BUFFERS.wrap(bytes.toByteArray());
        bytes.reset();
        return buffer;
    }
}
