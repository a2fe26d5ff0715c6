package ru.nms.registry.act;

import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

/// What the rules must know of the parties of an agreement.
@Component
class AgreementStore {

    /// @param municipalityId absent for what belongs to the region as a whole
    record Party(UUID id, String kind, String level, @Nullable UUID municipalityId) {}

    private final DatabaseClient db;

    AgreementStore(DatabaseClient db) {
        this.db = db;
    }

    Flux<Party> parties(Collection<UUID> ids) {
        return db.sql("SELECT id, kind, level, municipality_id FROM organisation WHERE id = ANY (:ids) ORDER BY array_position(:ids, id)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Party.class)
                .all();
    }
}
