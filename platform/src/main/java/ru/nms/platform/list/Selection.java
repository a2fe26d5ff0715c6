package ru.nms.platform.list;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.table.Table;

/// What a list request selects. Nothing is read before it is known whether a page is wanted or everything.
///
/// Everything is read batch by batch, each with one statement that begins where the last one ended. A reader who takes
/// long holds no connection meanwhile, runs into no timeout of a statement, and what has to happen before the items are
/// shown can use the database. The price: a row that moves in the order meanwhile may be met twice, or not at all.
public final class Selection<T> {

    static final int BATCH = 1_000;

    /// Reads what the query asks for.
    interface Reader<T> {
        Mono<Page<T>> read(ListQuery query);
    }

    private final ListQuery query;
    private final Cursors cursors;
    private final Reader<T> reader;

    Selection(ListQuery query, Cursors cursors, Reader<T> reader) {
        this.query = query;
        this.cursors = cursors;
        this.reader = reader;
    }

    public <R> Selection<R> map(Function<? super T, ? extends R> view) {
        return new Selection<>(query, cursors, asked -> reader.read(asked).map(page -> page.map(view)));
    }

    /// What has to have happened before anybody sees the items, as the record of the read; for a page once, for a table
    /// with every batch. When it fails, they are not shown.
    public Selection<T> before(Function<List<T>, Mono<Void>> work) {
        return new Selection<>(query, cursors, asked -> reader.read(asked).delayUntil(page -> work.apply(page.items())));
    }

    /// The answer: a page, or this table of everything.
    public Tabular<Page<T>> as(Table<T> table) {
        return new Tabular<>(page(), table.name(), table.titles(), all().map(table::row));
    }

    /// The answer: a page, or a table that shows more than the page, as names for ids; looked up batch by batch.
    public <R> Tabular<Page<T>> as(Table<R> table, Function<List<T>, Mono<List<R>>> shown) {
        var rows = batches().concatMap(page -> shown.apply(page.items()), 1).concatMapIterable(found -> found, 1);
        return new Tabular<>(page(), table.name(), table.titles(), rows.map(table::row));
    }

    public Mono<Page<T>> page() {
        return Mono.defer(() -> reader.read(query));
    }

    /// At most one batch is read ahead of who takes the rows.
    public Flux<T> all() {
        return batches().concatMapIterable(Page::items, 1);
    }

    private Flux<Page<T>> batches() {
        return Flux.defer(() -> {
            query.refusePaging();
            return batch(null).expand(page -> page.next() == null ? Mono.empty() : batch(page.next()));
        });
    }

    private Mono<Page<T>> batch(@Nullable String after) {
        return reader.read(query.batch(BATCH, after == null ? null : cursors.open(after, query.identity())));
    }
}
