package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What can be asked of a route.
sealed interface RouteCommand {

    record Edit(List<RouteItem> items) implements RouteCommand {}

    record Submit() implements RouteCommand {}

    record Agree() implements RouteCommand {}

    record Approve(LocalDate on) implements RouteCommand {}

    record Return(String remarks) implements RouteCommand {}

    record Start() implements RouteCommand {}

    record Progress(UUID item, RouteItem.Status status, @Nullable String evidence, @Nullable String reflection)
            implements RouteCommand {}

    /// Somebody was at an event; it closes this item.
    record Attend(UUID item, Attendance attendance) implements RouteCommand {}

    /// An attendance was corrected; whatever it had closed opens again.
    record Withdraw(UUID participation) implements RouteCommand {}

    record Complete(LocalDate on) implements RouteCommand {}
}
