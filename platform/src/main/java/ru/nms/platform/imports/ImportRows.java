package ru.nms.platform.imports;

import java.util.ArrayList;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.table.Row;
import ru.nms.platform.table.TableReader;

/// The rows of a file in batches. Blocking reads happen on a thread that may wait.
record ImportRows(TableReader reader) {

    static final int BATCH = 500;

    /// All rows behind those that were done.
    Flux<List<Row>> behind(long done) {
        return batches(done).publishOn(Schedulers.boundedElastic(), 1);
    }

    /// The next rows, and none is read beyond them.
    Flux<List<Row>> next(int rows) {
        return batches(0).take(Math.ceilDiv(rows, BATCH)).publishOn(Schedulers.boundedElastic(), 1);
    }

    boolean hasNext() {
        return reader.hasNext();
    }

    private Flux<List<Row>> batches(long done) {
        return Flux.generate(() -> done, (skip, sink) -> {
            for (long i = 0; i < skip && reader.hasNext(); i++) {
                reader.next();
            }
            List<Row> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && reader.hasNext()) {
                batch.add(reader.next());
            }
            if (batch.isEmpty()) {
                sink.complete();
            } else {
                sink.next(batch);
            }
            return 0L;
        });
    }
}
