package ru.nms.registry.methodist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL that finds methodists and teachers by the names that files give them.
@Repository
class AssignmentNamesStore {

    private static final String KEYS = "unnest(ARRAY[p.name_key, p.name_key || to_char(p.birth_date, ' (DD.MM.YYYY)')]) AS found (key)";

    private final DatabaseClient db;

    AssignmentNamesStore(DatabaseClient db) {
        this.db = db;
    }

    private record Meant(String key, UUID id) {}

    /// Those who are methodists still, in any role; a name may mean several.
    Mono<Map<String, List<UUID>>> methodists(Collection<String> names) {
        return meant("SELECT found.key, m.id FROM methodist m JOIN person p ON p.id = m.person_id AND NOT m.deleted AND m.until IS NULL",
                names);
    }

    Mono<Map<String, List<UUID>>> people(Collection<String> names) {
        return meant("SELECT found.key, p.id FROM person p", names);
    }

    private Mono<Map<String, List<UUID>>> meant(String of, Collection<String> names) {
        return db.sql("""
                %s CROSS JOIN LATERAL %s
                 WHERE NOT p.deleted AND p.name_key = ANY (:bare) AND found.key = ANY (:names)
                """.formatted(of, KEYS))
                .bind("names", names.toArray(String[]::new))
                .bind("bare", names.stream().map(name -> name.replaceFirst(" ?\\([^()]*\\)$", "")).distinct().toArray(String[]::new))
                .mapProperties(Meant.class)
                .all()
                .collect(Collectors.groupingBy(Meant::key, Collectors.mapping(Meant::id, Collectors.toList())));
    }
}
