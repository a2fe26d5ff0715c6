package ru.nms.monitoring.learnt;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonErasure;
import ru.nms.platform.projection.PeopleCopy;

/// Figures stay, without anybody behind them; every row that led to a destroyed person names nobody.
@Repository
class PersonErasureStore implements PersonErasure {

    private final DatabaseClient db;
    private final PeopleCopy people;
    private final MarkStore marks;

    PersonErasureStore(DatabaseClient db, PeopleCopy people, MarkStore marks) {
        this.db = db;
        this.people = people;
        this.marks = marks;
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return people.erase(person)
                .then(run("UPDATE methodist SET deleted = true, person_id = NULL WHERE person_id = :person", person))
                .then(run("UPDATE result SET deleted = true, person_id = NULL WHERE person_id = :person", person))
                .then(run("UPDATE route SET deleted = true, person_id = NULL WHERE person_id = :person", person))
                .then(marks.everyPeriod());
    }

    private Mono<Void> run(String sql, UUID person) {
        return db.sql(sql).bind("person", person).then();
    }
}
