package ru.nms.registry.person;

import java.util.function.Function;

import ru.nms.contracts.PersonFateChanged;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.registry.person.FateStore.Decided;
import ru.nms.registry.person.FateStore.State;

/// What is told of decisions about people.
final class PersonFates {

    private PersonFates() {}

    static Function<Stamp, PersonFateChanged> event(Decided it) {
        return stamp -> new PersonFateChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(), stamp.occurredAt(), fate(it.state()));
    }

    private static String fate(State state) {
        return switch (state) {
            case BLOCKED -> PersonFateChanged.BLOCKED;
            case ERASED -> PersonFateChanged.DESTROYED;
            case ACTIVE, MERGED -> PersonFateChanged.RELEASED;
        };
    }
}
