package ru.nms.platform.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What can be asked of one collection. Described once, as a constant beside its SQL; parsing, SQL and the API page
/// follow from it.
///
/// ```
/// Listing.of("people", "p.id", "FROM person p")
///        .sort("name", "p.name_key", Kind.TEXT)          // the first order is the default one
///        .filter("municipalityId", "p.municipality_id = :municipalityId", Kind.ID)
/// ```
public final class Listing {

    private final String name;
    private final String id;
    private final String from;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();

    private Listing(String name, String id, String from) {
        this.name = name;
        this.id = id;
        this.from = from;
    }

    /// A sort order; the expression must never be null, or rows without a value would fall out of later pages.
    record Order(String expression, Kind kind) {}

    /// A filter; the condition names its value as `:<name of the filter>`.
    record Filter(String condition, Kind kind, String through) {}

    /// @param id   the column that breaks ties and makes the order total
    /// @param from FROM and joins
    public static Listing of(String name, String id, String from) {
        return new Listing(name, id, from);
    }

    public Listing sort(String order, String expression, Kind kind) {
        orders.put(order, new Order(expression, kind));
        return this;
    }

    public Listing filter(String filter, String condition, Kind kind) {
        return filter(filter, condition, kind, "");
    }

    /// A filter over rows that belong to the listed one. All filters with the same `through` speak of one such row: who
    /// asks for teachers of a school means people who teach there.
    ///
    /// @param through FROM and the join condition, for example `FROM post s WHERE s.person_id = p.id`
    public Listing filter(String filter, String condition, Kind kind, String through) {
        filters.put(filter, new Filter(condition, kind, through));
        return this;
    }

    /// A filter by words in any order, and by parts of words.
    ///
    /// @param column of folded text
    public Listing words(String filter, String column) {
        return filter(filter, "%s LIKE ALL (:%s)".formatted(column, filter), Kind.WORDS);
    }

    /// The same for a column with an index of trigrams. Such an index answers one pattern, not all of an array at once, so
    /// the longest is asked for by itself.
    ///
    /// @param key of text and of patterns, as SQL around SQL: what the index holds
    public Listing words(String filter, String column, UnaryOperator<String> key) {
        var longest = key.apply("(CAST(:%s AS text[]))[1]".formatted(filter));
        return filter(filter, "%s LIKE %s AND %s LIKE ALL (:%s)".formatted(key.apply(column), longest, column, filter), Kind.WORDS);
    }

    /// The same list with some of its filters.
    public Listing only(List<String> wanted) {
        var fewer = new Listing(name, id, from);
        fewer.orders.putAll(orders);
        wanted.forEach(filter -> fewer.filters.put(filter, java.util.Objects.requireNonNull(filters.get(filter), filter)));
        return fewer;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    String from() {
        return from;
    }

    Map<String, Order> orders() {
        return orders;
    }

    Map<String, Filter> filters() {
        return filters;
    }

    /// All query parameters that the list understands.
    public List<String> parameters() {
        var all = new ArrayList<>(List.of("limit", "after", "sort", "count"));
        all.addAll(new TreeSet<>(filters.keySet()));
        return all;
    }
}
