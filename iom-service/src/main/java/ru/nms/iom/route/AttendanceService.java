package ru.nms.iom.route;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets attendances close items, and corrections open them again. Runs in the transaction of what caused it: the
/// batch that brought the attendance, or the start of a route for which it had come too early. Both queue for the
/// person first, so neither can miss the other.
@Service
class AttendanceService {

    private final RouteStore routes;
    private final AttendanceStore attendances;
    private final RouteWriteService write;

    AttendanceService(RouteStore routes, AttendanceStore attendances, RouteWriteService write) {
        this.routes = routes;
        this.attendances = attendances;
        this.write = write;
    }

    /// Follows what is known now, not what one event said: an older event that comes late changes nothing.
    Mono<Void> settle(UUID person) {
        return routes.queueFor(person)
                .then(Mono.defer(() -> routes.of(person).collectList()))
                .filter(held -> held.stream().anyMatch(route -> route.status() == Route.Status.IN_PROGRESS))
                .flatMap(held -> attendances.of(person).collectList()
                        .flatMap(present -> write(held, Attendance.settle(held, present))));
    }

    private Mono<Void> write(List<Route> before, List<Route> after) {
        return Flux.fromStream(IntStream.range(0, before.size()).boxed())
                .concatMap(i -> write.change(before.get(i), after.get(i)))
                .then();
    }
}
