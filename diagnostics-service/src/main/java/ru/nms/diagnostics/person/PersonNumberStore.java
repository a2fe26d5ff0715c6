package ru.nms.diagnostics.person;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.table.Row;

/// Whom files mean that know nobody's id: as the provider calls the person, or else under the number of the file of people.
@Repository
public class PersonNumberStore {

    /// @param provider as whose code it is meant
    public record Named(String provider, String code) {

        /// What the row says in the place of an id; notes on the row when it names nobody.
        public static @Nullable Named read(Row row) {
            var code = row.text("personCode");
            var provider = row.text("provider");
            if (code == null && row.text("personId") == null) {
                row.fault("personId", "required");
            }
            return code == null || provider == null || row.text("personId") != null ? null : new Named(provider, code);
        }
    }

    private final DatabaseClient db;

    PersonNumberStore(DatabaseClient db) {
        this.db = db;
    }

    /// Who goes on under another id is meant by the old names too.
    public Mono<Map<Named, UUID>> find(Collection<Named> asked) {
        var all = List.copyOf(asked);
        return all.isEmpty() ? Mono.just(Map.of()) : db.sql("""
                SELECT asked.provider, asked.code, coalesce(p.merged_into, found.id) AS id
                  FROM unnest(:providers, :codes) AS asked (provider, code)
                 CROSS JOIN LATERAL (
                       SELECT c.person_id AS id, 1 AS turn FROM provider_person_code c
                        WHERE c.provider = asked.provider AND c.code = asked.code AND NOT c.deleted
                       UNION ALL
                       SELECT s.id, 2 FROM imported_subject s WHERE s.kind = 'PERSON' AND s.number = asked.code
                        ORDER BY turn LIMIT 1) AS found
                  LEFT JOIN person p ON p.id = found.id
                """)
                .bind("providers", all.stream().map(Named::provider).toArray(String[]::new))
                .bind("codes", all.stream().map(Named::code).toArray(String[]::new))
                .map(row -> Map.entry(new Named(requireNonNull(row.get("provider", String.class)), requireNonNull(row.get("code", String.class))),
                        requireNonNull(row.get("id", UUID.class))))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
