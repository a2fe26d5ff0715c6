package ru.nms.diagnostics.offer;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;

/// Routes and completed programmes as others tell of them. Whom they belong to after a merger their owners tell too.
@Repository
class OfferTracesStore implements PersonTraces {

    private final DatabaseClient db;

    OfferTracesStore(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return run("DELETE FROM route_item WHERE route_id IN (SELECT id FROM route WHERE person_id = :person)", person)
                .then(run("UPDATE route SET deleted = true, person_id = NULL, status = NULL WHERE person_id = :person", person))
                .then(run("UPDATE completion SET deleted = true, person_id = NULL, since = NULL, until = NULL WHERE person_id = :person", person));
    }

    private Mono<Void> run(String sql, UUID person) {
        return db.sql(sql).bind("person", person).then();
    }
}
