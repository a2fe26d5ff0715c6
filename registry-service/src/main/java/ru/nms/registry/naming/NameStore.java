package ru.nms.registry.naming;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.registry.naming.Names.Named;

/// Finds the names of organisations, municipalities, people and methodists, whichever the ids are.
@Repository
public class NameStore {

    private record Known(UUID id, String name) {}

    private final DatabaseClient db;

    NameStore(DatabaseClient db) {
        this.db = db;
    }

    /// Rows in which no person stands.
    public <T> Mono<List<Named<T>>> named(List<T> rows, Function<T, Stream<@Nullable UUID>> ids) {
        return named(rows, ids, new Scope.Condition("FALSE", Map.of()));
    }

    /// @param people who may be named, over the alias `r`
    public <T> Mono<List<Named<T>>> named(List<T> rows, Function<T, Stream<@Nullable UUID>> ids, Scope.Condition people) {
        var wanted = rows.stream().flatMap(ids).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        return people.bind(db.sql("""
                SELECT o.id, o.name FROM organisation o WHERE o.id = ANY (:ids)
                 UNION ALL
                SELECT m.id, m.name FROM municipality m WHERE m.id = ANY (:ids)
                 UNION ALL
                SELECT r.id, concat_ws(' ', r.last_name, r.first_name, r.patronymic) FROM person r
                 WHERE r.id = ANY (:ids) AND NOT r.deleted AND %1$s
                 UNION ALL
                SELECT x.id, concat_ws(' ', r.last_name, r.first_name, r.patronymic) FROM methodist x JOIN person r ON r.id = x.person_id
                 WHERE x.id = ANY (:ids) AND NOT r.deleted AND %1$s
                """.formatted(people.sql())).bind("ids", wanted))
                .mapProperties(Known.class)
                .all().collectMap(Known::id, Known::name)
                .map(Names::new)
                .map(names -> rows.stream().map(row -> new Named<>(row, names)).toList());
    }
}
