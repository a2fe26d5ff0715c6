package ru.nms.registry.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;

/// All SQL of the search: one statement over all registers.
@Repository
class SearchStore {

    private final DatabaseClient db;
    private final List<Searched> registers;

    SearchStore(DatabaseClient db, List<Searched> registers) {
        this.db = db;
        this.registers = registers;
    }

    record Hit(String kind, UUID id, String title) {}

    /// At most so many hits of each kind, by title.
    ///
    /// @param patterns all of them must be found, in any order
    Mono<List<Hit>> find(Caller caller, String[] patterns, int each) {
        Map<String, UUID> scope = new HashMap<>();
        var sql = registers.stream().map(register -> {
            var seen = register.seen().apply(caller);
            scope.putAll(seen.values());
            return ("(SELECT '%1$s' AS kind, %2$s AS id, %3$s AS title FROM %4$s"
                    + " AND %7$s LIKE %8$s AND %5$s LIKE ALL (:q) AND %6$s ORDER BY 3, 2 LIMIT :each)")
                    .formatted(register.kind(), register.id(), register.title(), register.from(), register.words(), seen.sql(),
                            Trigrams.key(register.words()), Trigrams.key("(CAST(:q AS text[]))[1]"));
        }).collect(Collectors.joining(" UNION ALL "));
        return new Scope.Condition("", scope).bind(db.sql(sql).bind("q", patterns).bind("each", each))
                .mapProperties(Hit.class)
                .all().collectList();
    }
}
