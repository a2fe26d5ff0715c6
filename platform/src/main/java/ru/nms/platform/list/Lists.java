package ru.nms.platform.list;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;

/// Runs list queries: one statement a page or batch, whatever its depth.
public final class Lists {

    private final DatabaseClient db;
    private final Cursors cursors;

    public Lists(DatabaseClient db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    private record Keyed<T>(T item, Cursors.Position position) {}

    /// Understands the request, or refuses it with a 400; reads nothing yet.
    ///
    /// @param columns the select list, without `SELECT`
    /// @param scope   whose rows the caller may see
    /// @param fixed   values of further named parameters that columns or joins mention, for example `today`
    public <T> Selection<T> select(Listing listing, ListRequest request, String columns, Scope.Condition scope,
                                   Map<String, Object> fixed, Function<Readable, T> map) {
        return new Selection<>(ListQuery.read(listing, request, cursors), cursors,
                query -> read(query, columns, scope, fixed, map));
    }

    public <T> Selection<T> select(Listing listing, ListRequest request, String columns, Scope.Condition scope,
                                   Function<Readable, T> map) {
        return select(listing, request, columns, scope, Map.of(), map);
    }

    /// One page alone, for lists that are never a table.
    public <T> Mono<Page<T>> page(Listing listing, ListRequest request, String columns, Scope.Condition scope,
                                  Map<String, Object> fixed, Function<Readable, T> map) {
        return select(listing, request, columns, scope, fixed, map).page();
    }

    public <T> Mono<Page<T>> page(Listing listing, ListRequest request, String columns, Scope.Condition scope,
                                  Function<Readable, T> map) {
        return page(listing, request, columns, scope, Map.of(), map);
    }

    private <T> Mono<Page<T>> read(ListQuery query, String columns, Scope.Condition scope, Map<String, Object> fixed,
                                   Function<Readable, T> map) {
        var rows = statement(query, columns, scope, fixed)
                .map(row -> new Keyed<>(map.apply(row), position(row)))
                .all()
                .collectList();
        var total = query.count() ? count(query, scope, fixed).map(java.util.Optional::of)
                : Mono.just(java.util.Optional.<Long>empty());
        return rows.zipWith(total, (found, all) -> page(query, found, all.orElse(null)));
    }

    private GenericExecuteSpec statement(ListQuery query, String columns, Scope.Condition scope,
                                         Map<String, Object> fixed) {
        var spec = bind(ListSql.select(query, columns, scope), query, scope, fixed).bind("pageLimit", query.limit() + 1);
        var after = query.after();
        return after == null ? spec : spec.bind("afterValue", after.value()).bind("afterId", after.id());
    }

    private Mono<Long> count(ListQuery query, Scope.Condition scope, Map<String, Object> fixed) {
        return bind(ListSql.count(query, scope), query, scope, fixed)
                .map(row -> row.get("total", Long.class))
                .one();
    }

    private GenericExecuteSpec bind(String sql, ListQuery query, Scope.Condition scope, Map<String, Object> fixed) {
        var bound = scope.bind(db.sql(sql));
        for (var filter : query.filters().entrySet()) {
            var kind = java.util.Objects.requireNonNull(query.listing().filters().get(filter.getKey())).kind();
            bound = bound.bind(filter.getKey(), kind.read(filter.getValue()));
        }
        for (var value : fixed.entrySet()) {
            bound = sql.contains(":" + value.getKey()) ? bound.bind(value.getKey(), value.getValue()) : bound;
        }
        return bound;
    }

    private static Cursors.Position position(Readable row) {
        return new Cursors.Position(String.valueOf(row.get("page_value", String.class)),
                String.valueOf(row.get("page_id", String.class)));
    }

    private <T> Page<T> page(ListQuery query, List<Keyed<T>> found, @org.jspecify.annotations.Nullable Long total) {
        boolean more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        var next = more ? cursors.seal(shown.getLast().position(), query.identity()) : null;
        return new Page<>(shown.stream().map(Keyed::item).toList(), next, total);
    }
}
