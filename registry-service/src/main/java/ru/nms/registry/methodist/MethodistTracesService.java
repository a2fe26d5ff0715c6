package ru.nms.registry.methodist;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.registry.methodist.MethodistTracesStore.Accompanied;
import ru.nms.registry.methodist.MethodistTracesStore.Gone;
import ru.nms.registry.methodist.MethodistTracesStore.Role;
import ru.nms.registry.trace.ExportedTraces;
import tools.jackson.databind.JsonNode;

/// Roles as a methodist and assignments follow their people.
@Service
class MethodistTracesService implements ExportedTraces {

    private final MethodistTracesStore store;
    private final Outbox outbox;
    private final Clock clock;

    MethodistTracesService(MethodistTracesStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<JsonNode> told(UUID person) {
        return store.told(person);
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        var now = clock.instant();
        return gone(MethodistChanged.TOPIC, store.dropTwinRoles(from, to, now))
                .then(store.moveToTwinRole(from, to))
                .then(gone(AssignmentChanged.TOPIC, store.dropTwinAssignments(from, to, now)))
                .then(store.passRolesOn(from, to, now).collectList())
                .flatMap(roles -> told(MethodistChanged.TOPIC, roles.stream().map(MethodistTracesService::event).toList()))
                .then(store.passAssignmentsOn(from, to, now).collectList())
                .flatMap(all -> told(AssignmentChanged.TOPIC, all.stream().map(MethodistTracesService::event).toList()));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return gone(AssignmentChanged.TOPIC, store.eraseAssignments(person, clock.instant()))
                .then(gone(MethodistChanged.TOPIC, store.eraseRoles(person, clock.instant())))
                .then(store.blank(person));
    }

    private Mono<Void> gone(Topic<?> topic, Flux<Gone> dropped) {
        return dropped.collectList().flatMapMany(Flux::fromIterable)
                .concatMap(it -> outbox.gone(topic, it.id(), it.version())).then();
    }

    private <E extends Event> Mono<Void> told(Topic<E> topic, List<Function<Stamp, E>> events) {
        return events.isEmpty() ? Mono.empty() : outbox.addAll(topic, events);
    }

    private static Function<Stamp, MethodistChanged> event(Role it) {
        return stamp -> new MethodistChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(), stamp.occurredAt(), it.personId(),
                it.kind(), it.municipalityId(), it.since(), it.until());
    }

    private static Function<Stamp, AssignmentChanged> event(Accompanied it) {
        return stamp -> new AssignmentChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(), stamp.occurredAt(),
                it.methodistId(), it.methodistPersonId(), it.personId(), it.since(), it.until());
    }
}
