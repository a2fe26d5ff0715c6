package ru.nms.iom.route;

import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.iom.person.PersonStore;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;

/// Moves routes through their life. One use case is one transaction: take, decide, write, announce, note.
@Service
class RouteService {

    private final Tx tx;
    private final RouteStore routes;
    private final PersonStore people;
    private final HistoryStore history;
    private final RouteWriteService write;
    private final AttendanceService attendance;

    RouteService(Tx tx, RouteStore routes, PersonStore people, HistoryStore history, RouteWriteService write,
                 AttendanceService attendance) {
        this.tx = tx;
        this.routes = routes;
        this.people = people;
        this.history = history;
        this.write = write;
        this.attendance = attendance;
    }

    /// A step from one status to the next, noted in the history.
    Mono<Void> step(Caller caller, UUID id, IfMatch match, RouteAction action, RouteCommand command) {
        return tx.run(change(caller, id, match, action, route -> Mono.just(command))
                .flatMap(done -> history.add(id, done.step(action, caller)).thenReturn(done.after()))
                .flatMap(route -> action == RouteAction.START ? attendance.settle(route.personId()) : Mono.empty()));
    }

    /// A change within one status.
    Mono<Void> edit(Caller caller, UUID id, IfMatch match, RouteAction action,
                    Function<Route, Mono<? extends RouteCommand>> command) {
        return tx.run(change(caller, id, match, action, command).then());
    }

    private Mono<Done> change(Caller caller, UUID id, IfMatch match, RouteAction action,
                              Function<Route, Mono<? extends RouteCommand>> command) {
        return routes.take(id, caller)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("route")))
                .flatMap(route -> people.actors(caller, route.personId()).flatMap(actors -> {
                    match.requires(route.version());
                    if (action.judges() && route.personId().equals(caller.personId())) {
                        throw Refusal.of(HttpStatus.FORBIDDEN, "iom.own-route");
                    }
                    action.check(route.status(), actors);
                    var by = action.by(route.status(), actors);
                    return command.apply(route).flatMap(decided -> write.change(route, route.on(decided)))
                            .map(after -> new Done(route, after, by.role().name()));
                }));
    }

    private record Done(Route before, Route after, String role) {

        RouteStep step(RouteAction action, Caller caller) {
            @Nullable String remarks = action == RouteAction.RETURN ? after.remarks() : null;
            return new RouteStep(after.version(), action.code(), before.status(), after.status(), role,
                    caller.subject(), after.changedAt(), remarks);
        }
    }
}
