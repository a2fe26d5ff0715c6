package ru.nms.registry.body;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/// What the rules of bodies ask for.
@Component
class BodyStore {

    record Kind(String kind, String level, @Nullable String variant) {}

    private final DatabaseClient db;

    BodyStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<Kind> kind(UUID body) {
        return db.sql("SELECT kind, level, variant FROM body WHERE id = :id AND NOT deleted").bind("id", body)
                .mapProperties(Kind.class).one();
    }

    /// Empty when the person has none.
    Mono<String> category(UUID person) {
        return db.sql("SELECT category FROM person WHERE id = :id AND category IS NOT NULL").bind("id", person)
                .map(row -> row.get("category", String.class)).one();
    }
}
