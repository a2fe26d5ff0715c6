package ru.nms.iom.route;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.RouteChanged;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;

/// Writes a route and announces it, in the transaction of whoever decided.
@Service
class RouteWriteService {

    private final RouteStore routes;
    private final Outbox outbox;
    private final Clock clock;

    RouteWriteService(RouteStore routes, Outbox outbox, Clock clock) {
        this.routes = routes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// As fine as the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Mono<Route> create(Route route) {
        return routes.insert(route).then(announce(route)).thenReturn(route);
    }

    /// Writes one version more, or nothing when nothing changed.
    Mono<Route> change(Route before, Route after) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        var next = after.next(now());
        return routes.update(next).then(announce(next)).thenReturn(next);
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return routes.all(ids).collectList().flatMap(all ->
                outbox.addAll(RouteChanged.TOPIC, all.stream().map(RouteWriteService::event).toList()));
    }

    Mono<Void> sayGone(RouteStore.Gone route) {
        return outbox.gone(RouteChanged.TOPIC, route.id(), route.version());
    }

    private Mono<Void> announce(Route route) {
        return outbox.add(RouteChanged.TOPIC, event(route));
    }

    private static Function<Stamp, RouteChanged> event(Route route) {
        return stamp -> new RouteChanged(stamp.eventId(), route.id(), stamp.epoch(),
                route.version(), stamp.occurredAt(), route.personId(), route.status().name(), route.from(),
                route.until(), route.basis().byDiagnostics(), route.approvedOn(), route.completedOn(),
                route.items().stream().map(RouteWriteService::item).toList());
    }

    /// What others need of an item: no titles, no words of the person.
    private static RouteChanged.Item item(RouteItem item) {
        return new RouteChanged.Item(item.id(), item.section(), item.kind().name(), item.status().name(),
                item.deficitId(), item.competence(), item.eventId());
    }
}
