package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.Origin;

/// Routes and items for pure tests.
final class Samples {

    static final LocalDate FROM = LocalDate.of(2026, 1, 10);
    static final LocalDate UNTIL = LocalDate.of(2026, 12, 20);
    private static final Instant CREATED = Instant.parse("2026-01-09T08:00:00Z");

    private Samples() {}

    static Route route(Route.Status status, RouteItem... items) {
        return new Route(UUID.randomUUID(), 1, CREATED, CREATED, UUID.randomUUID(), FROM, UNTIL, status,
                new Basis(UUID.randomUUID(), FROM, RouteRules.NEUTRAL, Origin.PRODUCT_DEFAULT, null, List.of()),
                List.of(items), null, null, null);
    }

    static RouteItem item(RouteItem.Kind kind, @Nullable String competence, @Nullable UUID event) {
        return new RouteItem(UUID.randomUUID(), "EVENT", kind, "Пункт", RouteItem.Status.PLANNED, UUID.randomUUID(),
                competence, "HIGH", FROM, null, event, UNTIL, null, null, null, null, null);
    }

    static RouteItem planned() {
        return item(RouteItem.Kind.PROGRAMME, "METHODICAL", null);
    }

    static Attendance attendance(UUID event, String... competences) {
        return new Attendance(UUID.randomUUID(), event, List.of(competences), FROM.plusDays(30));
    }
}
