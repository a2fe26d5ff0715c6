package ru.nms.registry.identifier;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All SQL about sealed identifiers.
@Repository
class IdentifierStore {

    private final DatabaseClient db;

    IdentifierStore(DatabaseClient db) {
        this.db = db;
    }

    record Sealed(UUID person, byte[] sealed, byte[] hash) {}

    Mono<Long> save(List<Sealed> all) {
        return db.sql("""
                INSERT INTO person_identifier AS mine (person_id, sealed, hash)
                SELECT row.person, decode(row.sealed, 'hex'), decode(row.hash, 'hex')
                  FROM unnest(:people, :sealed, :hashes) AS row (person, sealed, hash)
                ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed, hash = excluded.hash WHERE mine.hash <> excluded.hash
                """)
                .bind("people", all.stream().map(Sealed::person).toArray(UUID[]::new))
                .bind("sealed", all.stream().map(it -> HexFormat.of().formatHex(it.sealed())).toArray(String[]::new))
                .bind("hashes", all.stream().map(it -> HexFormat.of().formatHex(it.hash())).toArray(String[]::new))
                .fetch().rowsUpdated();
    }

    Mono<UUID> find(byte[] hash) {
        return db.sql("SELECT person_id FROM person_identifier WHERE hash = :hash").bind("hash", hash)
                .map(row -> row.get("person_id", UUID.class)).one();
    }

    /// Who has these numbers, by the hash in hexadecimal.
    Flux<Map.Entry<String, UUID>> holders(Collection<String> hashes) {
        return db.sql("""
                SELECT encode(hash, 'hex') AS hash, person_id FROM person_identifier
                 WHERE hash IN (SELECT decode(wanted, 'hex') FROM unnest(:hashes) AS wanted)
                """)
                .bind("hashes", hashes.toArray(String[]::new))
                .map(row -> Map.entry(row.get("hash", String.class), row.get("person_id", UUID.class))).all();
    }

    /// Those of the people who have a number.
    Flux<UUID> numbered(Collection<UUID> people) {
        return db.sql("SELECT person_id FROM person_identifier WHERE person_id = ANY (:people)")
                .bind("people", people.toArray(UUID[]::new)).map(row -> row.get("person_id", UUID.class)).all();
    }

    Mono<byte[]> sealed(UUID person) {
        return db.sql("SELECT sealed FROM person_identifier WHERE person_id = :person").bind("person", person)
                .map(row -> row.get("sealed", byte[].class)).one();
    }

    Mono<Void> drop(UUID person) {
        return db.sql("DELETE FROM person_identifier WHERE person_id = :person").bind("person", person).then();
    }
}
