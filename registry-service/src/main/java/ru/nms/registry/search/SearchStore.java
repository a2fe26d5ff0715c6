package ru.nms.registry.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.register.RegisterResource;

/// All SQL of the search: one statement over all registers.
@Repository
class SearchStore {

    private final DatabaseClient db;
    private final List<Searched> registers;

    SearchStore(DatabaseClient db, List<Searched> registers, List<RegisterResource<?>> resources) {
        this.db = db;
        this.registers = Stream.concat(registers.stream(), resources.stream().flatMap(it -> Searched.of(it).stream())).toList();
    }

    record Hit(String kind, UUID id, String title) {}

    /// At most so many hits of each kind, by title.
    ///
    /// @param ways one of them must be found: all of its patterns, in any order
    Mono<List<Hit>> find(Caller caller, List<String[]> ways, int each) {
        Map<String, UUID> scope = new HashMap<>();
        var sql = registers.stream().map(register -> {
            var seen = register.seen().apply(caller);
            scope.putAll(seen.values());
            return ("(SELECT '%1$s' AS kind, %2$s AS id, %3$s AS title FROM %4$s"
                    + " AND (%5$s) AND %6$s ORDER BY 3, 2 LIMIT :each)")
                    .formatted(register.kind(), register.id(), register.title(), register.from(), found(register.words(), ways.size()),
                            seen.sql());
        }).collect(Collectors.joining(" UNION ALL "));
        var spec = new Scope.Condition("", scope).bind(db.sql(sql).bind("each", each));
        for (int n = 0; n < ways.size(); n++) {
            spec = spec.bind("q" + n, ways.get(n));
        }
        return spec.mapProperties(Hit.class).all().collectList();
    }

    /// SQL: by an index as far as there is one.
    private static String found(String words, int ways) {
        return IntStream.range(0, ways).mapToObj(n -> "%1$s LIKE %2$s AND %3$s LIKE ALL (:q%4$d)".formatted(
                Trigrams.key(words), Trigrams.key("(CAST(:q" + n + " AS text[]))[1]"), words, n))
                .collect(Collectors.joining(" OR "));
    }
}
