package ru.nms.platform.projection;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.fate.KnownFates;
import ru.nms.platform.fate.PersonErasure;

/// Learns what is decided about people and erases what is kept of those who were destroyed. A bean in each service that keeps
/// something of people and does not decide itself. After a rebuild all who are known as destroyed are erased again, so a
/// service restored from a backup loses them by it.
public final class PersonFateProjection implements Projection<PersonFateChanged> {

    private final KnownFates fates;
    private final PersonErasure erasure;

    public PersonFateProjection(DatabaseClient db, PersonErasure erasure) {
        this.fates = new KnownFates(db);
        this.erasure = erasure;
    }

    @Override
    public Topic<PersonFateChanged> topic() {
        return PersonFateChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("known_fate");
    }

    @Override
    public Mono<Void> on(PersonFateChanged event) {
        return fates.take(event.subject(), event.epoch(), event.version(), event.fate());
    }

    @Override
    public Mono<Void> then(PersonFateChanged event) {
        return event.fate().equals(PersonFateChanged.DESTROYED) ? erasure.erase(event.subject()) : Mono.empty();
    }

    /// An owner that knows a decision no more takes it back, unless it was a destruction.
    @Override
    public Mono<Void> gone(Gone gone) {
        return fates.take(gone.subject(), gone.epoch(), gone.version(), PersonFateChanged.RELEASED);
    }
}
