package ru.nms.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import ru.nms.platform.access.Scope;

/// The SQL of a list query. Only constants of a [Listing] and of a scope become SQL text; values are always bound.
final class ListSql {

    private ListSql() {}

    static String select(ListQuery query, String columns, Scope.Condition scope) {
        var order = Objects.requireNonNull(query.listing().orders().get(query.sort()));
        var direction = query.descending() ? " DESC" : "";
        var id = query.listing().id();
        var conditions = conditions(query, scope);
        if (query.after() != null) {
            conditions.add("(%s, %s) %s (CAST(:afterValue AS %s), CAST(:afterId AS uuid))".formatted(
                    order.expression(), id, query.descending() ? "<" : ">", order.kind().sql()));
        }
        var from = query.listing().from();
        var where = String.join(" AND ", conditions);
        var sorted = "ORDER BY %s%s, %s%s".formatted(order.expression(), direction, id, direction);
        var page = "SELECT %s, CAST(%s AS text) AS page_value, CAST(%s AS text) AS page_id %s".formatted(columns, order.expression(), id, from);
        return searches(query) ? """
                %s
                 WHERE %s = ANY (ARRAY(SELECT %s %s WHERE %s %s LIMIT :pageLimit))
                 %s""".formatted(page, id, id, from, where, sorted, sorted) : """
                %s
                 WHERE %s
                 %s
                 LIMIT :pageLimit""".formatted(page, where, sorted);
    }

    /// Words may stand anywhere, also at the end of the order. Whoever looks for them there row by row should read an index
    /// and not the rows, so the ids of the page are found first.
    private static boolean searches(ListQuery query) {
        return query.filters().keySet().stream()
                .anyMatch(name -> Objects.requireNonNull(query.listing().filters().get(name)).kind() == Kind.WORDS);
    }

    static String count(ListQuery query, Scope.Condition scope) {
        return "SELECT count(*) AS total %s WHERE %s".formatted(query.listing().from(),
                String.join(" AND ", conditions(query, scope)));
    }

    private static List<String> conditions(ListQuery query, Scope.Condition scope) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.sql());
        Map<String, String> related = new TreeMap<>();
        for (var name : query.filters().keySet()) {
            var filter = Objects.requireNonNull(query.listing().filters().get(name));
            var condition = "(" + filter.condition() + ")";
            if (filter.through().isEmpty()) {
                conditions.add(condition);
            } else {
                related.merge(filter.through(), condition, (one, other) -> one + " AND " + other);
            }
        }
        related.forEach((through, condition) -> conditions.add("EXISTS (SELECT %s AND %s)".formatted(through, condition)));
        return conditions;
    }
}
