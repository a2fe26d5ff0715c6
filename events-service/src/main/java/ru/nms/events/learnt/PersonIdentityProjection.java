package ru.nms.events.learnt;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Copy;
import ru.nms.platform.projection.Projection;

/// Keeps the names that stand on lists of participants, and forgets them with the person.
@Component
class PersonIdentityProjection implements Projection<PersonIdentityChanged> {

    private final DatabaseClient db;

    PersonIdentityProjection(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Topic<PersonIdentityChanged> topic() {
        return PersonIdentityChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person_identity");
    }

    @Override
    public Mono<Void> on(PersonIdentityChanged event) {
        return Copy.at(db.sql("""
                INSERT INTO person_identity AS mine (id, epoch, version, last_name, first_name, patronymic)
                VALUES (:id, :epoch, :version, :last, :first, :patronymic)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, last_name = excluded.last_name,
                       first_name = excluded.first_name, patronymic = excluded.patronymic, deleted = false
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), event)
                .bind("last", event.lastName())
                .bind("first", event.firstName())
                .bind("patronymic", Parameter.fromOrEmpty(event.patronymic(), String.class))
                .then();
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return Copy.at(db.sql("""
                INSERT INTO person_identity AS mine (id, epoch, version, deleted) VALUES (:id, :epoch, :version, true)
                ON CONFLICT (id) DO UPDATE
                   SET epoch = excluded.epoch, version = excluded.version, last_name = NULL, first_name = NULL,
                       patronymic = NULL, deleted = true
                 WHERE (mine.epoch, mine.version) < (excluded.epoch, excluded.version)
                """), gone)
                .then();
    }
}
