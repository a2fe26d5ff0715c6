package ru.nms.platform.list;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import ru.nms.platform.table.Table;

/// Pages of figures that are counted for each request: few enough to be held, too many to be told at once. A cursor is a
/// position in their order, as in [Lists]: what comes or goes between two pages shifts nothing.
public final class Paging {

    public static final String USUAL = "50";
    public static final int MOST = 200;

    /// Divides an order into parts: less than whatever stands in a text, so that `А` comes before `А-1`.
    private static final String DIVIDER = "\u0001";

    private final Cursors cursors;

    public Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /// @param limit at most so many
    /// @param after cursor of the page before
    public record Asked(int limit, @Nullable String after) {}

    /// Texts that order like their parts, one after the other.
    public static String order(@Nullable Object... parts) {
        return java.util.Arrays.stream(parts).map(part -> part == null ? "" : part.toString())
                .collect(java.util.stream.Collectors.joining(DIVIDER));
    }

    /// As JSON page by page, as a table all of them.
    ///
    /// @param order  of each, unique
    /// @param within what the figures are asked of; a cursor serves there alone
    public <T> Tabular<Page<T>> page(Mono<List<T>> all, Function<T, String> order, Asked asked, Object within, Table<T> table) {
        var sorted = all.map(items -> items.stream().sorted(Comparator.comparing(order)).toList());
        var identity = table.name() + DIVIDER + within;
        return new Tabular<>(sorted.map(items -> page(items, order, asked, identity)), table.name(), table.titles(),
                sorted.flatMapIterable(items -> items).map(table::row));
    }

    private <T> Page<T> page(List<T> sorted, Function<T, String> order, Asked asked, String identity) {
        var after = asked.after() == null ? "" : cursors.open(asked.after(), identity).value();
        var rest = sorted.stream().filter(item -> order.apply(item).compareTo(after) > 0).limit(asked.limit() + 1L).toList();
        if (rest.size() <= asked.limit()) {
            return new Page<>(rest, null, null);
        }
        var shown = rest.subList(0, asked.limit());
        return new Page<>(shown, cursors.seal(new Cursors.Position(order.apply(shown.getLast()), ""), identity), null);
    }
}
