package ru.nms.diagnostics.person;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;

/// Category, posts and who accompanied whom go with a destroyed person; the bare id stays, marked.
@Repository
class PersonErasureStore implements PersonTraces {

    private final DatabaseClient db;

    PersonErasureStore(DatabaseClient db) {
        this.db = db;
    }

    /// What the registry says of the one who stays it says anew.
    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return run("DELETE FROM person_post WHERE person_id = :person", person)
                .then(run("UPDATE person SET deleted = true, merged_into = NULL, category = NULL, young_from = NULL, young_until = NULL WHERE id = :person", person))
                .then(run("UPDATE person SET merged_into = NULL WHERE merged_into = :person", person))
                .then(run("""
                        UPDATE assignment SET deleted = true, methodist_person_id = NULL, person_id = NULL, since = NULL, until = NULL
                         WHERE person_id = :person OR methodist_person_id = :person""", person))
                .then(run("DELETE FROM imported_subject WHERE id = :person AND kind = 'PERSON'", person));
    }

    private Mono<Void> run(String sql, UUID person) {
        return db.sql(sql).bind("person", person).then();
    }
}
