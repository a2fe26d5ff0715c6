package ru.nms.monitoring.learnt;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonErasure;

/// Figures stay, without anybody behind them; every row that led to a destroyed person names nobody.
@Repository
class PersonErasureStore implements PersonErasure {

    private final DatabaseClient db;
    private final MarkStore marks;

    PersonErasureStore(DatabaseClient db, MarkStore marks) {
        this.db = db;
        this.marks = marks;
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return run("DELETE FROM person_post WHERE person_id = :person", person)
                .then(run("UPDATE person SET deleted = true, merged_into = NULL WHERE id = :person", person))
                .then(run("UPDATE person SET merged_into = NULL WHERE merged_into = :person", person))
                .then(run("UPDATE methodist SET deleted = true, person_id = NULL WHERE person_id = :person", person))
                .then(run("UPDATE result SET deleted = true, person_id = NULL WHERE person_id = :person", person))
                .then(run("UPDATE route SET deleted = true, person_id = NULL WHERE person_id = :person", person))
                .then(marks.everyPeriod());
    }

    private Mono<Void> run(String sql, UUID person) {
        return db.sql(sql).bind("person", person).then();
    }
}
