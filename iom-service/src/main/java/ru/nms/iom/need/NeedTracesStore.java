package ru.nms.iom.need;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;

/// What diagnostics said of the old record is said of the one who stays; what it says later finds its way by itself.
@Repository
class NeedTracesStore implements PersonTraces {

    private final DatabaseClient db;

    NeedTracesStore(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID heir) {
        return move("UPDATE result_copy SET person_id = :heir WHERE person_id = :from", from, heir)
                .then(move("UPDATE deficit_copy SET person_id = :heir WHERE person_id = :from", from, heir));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return db.sql("UPDATE result_copy SET deleted = true, person_id = NULL WHERE person_id = :person").bind("person", person).then()
                .then(db.sql("UPDATE deficit_copy SET deleted = true, person_id = NULL WHERE person_id = :person")
                        .bind("person", person).then());
    }

    private Mono<Void> move(String sql, UUID from, UUID heir) {
        return db.sql(sql).bind("from", from).bind("heir", heir).then();
    }
}
