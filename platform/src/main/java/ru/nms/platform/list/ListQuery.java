package ru.nms.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// A list request that was understood: every parameter known and well-formed, or a 400 that names all that are not.
///
/// @param filters by name, as text; their conditions and kinds are the listing's
/// @param after   where the page starts, read from a signed cursor
/// @param paging  the parameters by which the request asks for a page
public record ListQuery(Listing listing, int limit, String sort, boolean descending, Map<String, String> filters,
                        boolean count, Cursors.@Nullable Position after, List<String> paging) {

    static final int DEFAULT_LIMIT = 50;
    static final int MOST = 200;
    private static final List<String> PAGING = List.of("limit", "after", "count");

    static ListQuery read(Listing listing, ListRequest request, Cursors cursors) {
        List<Fault> faults = new ArrayList<>();
        request.parameters().forEach((name, values) -> {
            if (!listing.parameters().contains(name)) {
                faults.add(Fault.at(name, "unknown-parameter", name));
            } else if (values.size() > 1) {
                faults.add(Fault.at(name, "repeated-parameter", name));
            }
        });
        var order = request.first("sort");
        boolean descending = order != null && order.startsWith("-");
        var sort = order == null ? listing.orders().keySet().iterator().next() : descending ? order.substring(1) : order;
        if (!listing.orders().containsKey(sort)) {
            faults.add(Fault.at("sort", "unknown-sort", String.join(", ", listing.orders().keySet())));
        }
        var filters = filters(listing, request, faults);
        int limit = limit(request, faults);
        boolean count = flag(request, faults);
        refuse(faults);
        var paging = PAGING.stream().filter(request.parameters()::containsKey).toList();
        var base = new ListQuery(listing, limit, sort, descending, filters, count, null, paging);
        var cursor = request.first("after");
        return cursor == null ? base : base.from(cursors.open(cursor, base.identity()), limit, count);
    }

    /// A table holds everything: whoever asks for a part of it, or for its size, means something else.
    void refusePaging() {
        refuse(paging.stream().map(name -> Fault.at(name, "not-with-table", name)).toList());
    }

    /// The same selection, another part of it.
    ListQuery batch(int size, Cursors.@Nullable Position from) {
        return from(from, size, false);
    }

    private ListQuery from(Cursors.@Nullable Position start, int size, boolean counted) {
        return new ListQuery(listing, size, sort, descending, filters, counted, start, paging);
    }

    /// What a cursor belongs to: using it with other filters or another order would skip or repeat rows.
    String identity() {
        return listing.name() + '|' + sort + '|' + descending + '|' + filters;
    }

    private static Map<String, String> filters(Listing listing, ListRequest request, List<Fault> faults) {
        Map<String, String> filters = new TreeMap<>();
        listing.filters().forEach((name, filter) -> {
            var text = request.first(name);
            if (text == null) {
                return;
            }
            if (filter.kind().accepts(text)) {
                filters.put(name, text);
            } else {
                faults.add(Fault.at(name, "malformed-parameter", name, filter.kind().sql()));
            }
        });
        return filters;
    }

    private static int limit(ListRequest request, List<Fault> faults) {
        var text = request.first("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        faults.add(Fault.at("limit", "out-of-range", 1, MOST));
        return DEFAULT_LIMIT;
    }

    private static boolean flag(ListRequest request, List<Fault> faults) {
        var text = request.first("count");
        if (text != null && !Kind.YES_NO.accepts(text)) {
            faults.add(Fault.at("count", "malformed-parameter", "count", Kind.YES_NO.sql()));
        }
        return "true".equals(text);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.malformed(faults.toArray(Fault[]::new));
        }
    }
}
