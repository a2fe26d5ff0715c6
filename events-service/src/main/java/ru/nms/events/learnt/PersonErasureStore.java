package ru.nms.events.learnt;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.projection.PeopleCopy;

/// Names, posts and who accompanied whom go with a destroyed person; the bare id stays, marked.
@Repository
class PersonErasureStore implements PersonTraces {

    private final DatabaseClient db;
    private final PeopleCopy people;

    PersonErasureStore(DatabaseClient db, PeopleCopy people) {
        this.db = db;
        this.people = people;
    }

    /// What the registry says of the one who stays it says anew.
    @Override
    public Mono<Void> passOn(UUID from, UUID heir) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return people.erase(person)
                .then(run("""
                        UPDATE person_identity SET deleted = true, last_name = NULL, first_name = NULL, patronymic = NULL
                         WHERE id = :person""", person))
                .then(run("""
                        UPDATE assignment SET deleted = true, methodist_person_id = NULL, person_id = NULL, since = NULL, until = NULL
                         WHERE person_id = :person OR methodist_person_id = :person""", person));
    }

    private Mono<Void> run(String sql, UUID person) {
        return db.sql(sql).bind("person", person).then();
    }
}
