package ru.nms.iom.person;

import java.util.List;
import java.util.Objects;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Names. When a person is gone, only the fact stays.
@Component
class IdentityProjection implements Projection<PersonIdentityChanged> {

    private final DatabaseClient db;

    IdentityProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<PersonIdentityChanged> topic() {
        return PersonIdentityChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person_identity_copy");
    }

    @Override
    public Mono<Void> on(PersonIdentityChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO person_identity_copy AS mine (id, epoch, version, last_name, first_name, patronymic)
                VALUES (:id, :epoch, :version, :lastName, :firstName, nullif(:patronymic, ''))
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = false,
                       last_name = excluded.last_name, first_name = excluded.first_name,
                       patronymic = excluded.patronymic
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("lastName", event.lastName())
                .bind("firstName", event.firstName())
                .bind("patronymic", Objects.requireNonNullElse(event.patronymic(), ""))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                INSERT INTO person_identity_copy AS mine (id, epoch, version, deleted)
                VALUES (:id, :epoch, :version, true)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, deleted = true,
                       last_name = NULL, first_name = NULL, patronymic = NULL
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), gone)
                .then();
    }
}
