package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import ru.nms.iom.route.RouteCommand.Attend;
import ru.nms.iom.route.RouteCommand.Withdraw;

/// Somebody was at an event.
///
/// @param endedOn last day of the event
record Attendance(UUID participationId, UUID event, List<String> competences, LocalDate endedOn) {

    private static final int NOT_AT_ALL = Integer.MAX_VALUE;

    private record Target(Route route, RouteItem item) {}

    /// Brings a person's routes into line with where the person is known to have been: items open again whose
    /// attendance was corrected, and every attendance that has closed no item yet closes the one it fits. Doing it
    /// again changes nothing.
    ///
    /// @param present all attendances of the person, oldest first
    /// @return the routes in the same order
    static List<Route> settle(List<Route> routes, List<Attendance> present) {
        var known = present.stream().map(Attendance::participationId).collect(Collectors.toSet());
        var settled = new ArrayList<>(routes.stream().map(route -> withoutCorrected(route, known)).toList());
        for (var attendance : present) {
            attendance.target(settled).ifPresent(target -> settled.replaceAll(route -> route == target.route()
                    ? route.on(new Attend(target.item().id(), attendance)) : route));
        }
        return settled;
    }

    private static Route withoutCorrected(Route route, Set<UUID> known) {
        var settled = route;
        for (var item : route.status() == Route.Status.IN_PROGRESS ? route.items() : List.<RouteItem>of()) {
            var by = item.attendance();
            if (by != null && !known.contains(by)) {
                settled = settled.on(new Withdraw(by));
            }
        }
        return settled;
    }

    /// Which item this closes: the one that names the event; else the oldest that plans an event on one of its
    /// competences, in a route whose time the event falls in, and rather one that names no other event.
    /// One attendance closes one item, once.
    private Optional<Target> target(List<Route> routes) {
        if (routes.stream().flatMap(route -> route.items().stream()).anyMatch(item -> item.closedBy(participationId))) {
            return Optional.empty();
        }
        return routes.stream()
                .filter(route -> route.status() == Route.Status.IN_PROGRESS)
                .sorted(Comparator.comparing(Route::from))
                .flatMap(route -> route.items().stream().map(item -> new Target(route, item)))
                .filter(target -> distance(target) < NOT_AT_ALL)
                .min(Comparator.comparingInt(this::distance));
    }

    private int distance(Target target) {
        var item = target.item();
        if (!item.planned()) {
            return NOT_AT_ALL;
        }
        if (item.names(event)) {
            return 0;
        }
        if (item.isEventOn(competences) && target.route().covers(endedOn)) {
            return item.eventId() == null ? 1 : 2;
        }
        return NOT_AT_ALL;
    }
}
