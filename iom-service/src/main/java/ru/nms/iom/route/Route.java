package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import ru.nms.iom.route.RouteCommand.Agree;
import ru.nms.iom.route.RouteCommand.Approve;
import ru.nms.iom.route.RouteCommand.Attend;
import ru.nms.iom.route.RouteCommand.Complete;
import ru.nms.iom.route.RouteCommand.Edit;
import ru.nms.iom.route.RouteCommand.Progress;
import ru.nms.iom.route.RouteCommand.Return;
import ru.nms.iom.route.RouteCommand.Start;
import ru.nms.iom.route.RouteCommand.Submit;
import ru.nms.iom.route.RouteCommand.Withdraw;
import ru.nms.platform.problem.Refusal;

/// An individual route and the rules of its life. Pure: who may ask is [RouteAction]'s matter.
///
/// @param remarks of the last return, until the route is submitted again
record Route(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, LocalDate from,
             LocalDate until, Status status, Basis basis, List<RouteItem> items, @Nullable String remarks,
             @Nullable LocalDate approvedOn, @Nullable LocalDate completedOn) {

    enum Status { DRAFT, SUBMITTED, RETURNED, AGREED, APPROVED, IN_PROGRESS, COMPLETED }

    static Route draft(UUID id, Instant now, UUID personId, LocalDate from, LocalDate until, Basis basis,
                       List<RouteItem> items) {
        return new Route(id, 1, now, now, personId, from, until, Status.DRAFT, basis, List.copyOf(items), null, null, null);
    }

    /// The state machine. The compiler notices a missing command; a test walks every status and command. What comes
    /// back equals this route when the command changes nothing.
    Route on(RouteCommand command) {
        return switch (command) {
            case Edit edit -> in(Status.DRAFT, Status.RETURNED).with(edit.items());
            case Submit submit -> in(Status.DRAFT, Status.RETURNED).submitted();
            case Agree agree -> in(Status.SUBMITTED).with(Status.AGREED, null, approvedOn, completedOn);
            case Approve approve -> in(Status.AGREED).with(Status.APPROVED, null, approve.on(), completedOn);
            case Return back -> in(Status.SUBMITTED, Status.AGREED)
                    .with(Status.RETURNED, back.remarks(), approvedOn, completedOn);
            case Start start -> in(Status.APPROVED).with(Status.IN_PROGRESS, null, approvedOn, completedOn);
            case Progress progress -> in(Status.IN_PROGRESS).progressed(progress);
            case Attend attend -> in(Status.IN_PROGRESS).change(attend.item(), item -> item.attended(attend.attendance()));
            case Withdraw withdraw -> in(Status.IN_PROGRESS).with(items.stream()
                    .map(item -> item.closedBy(withdraw.participation()) ? item.reopened() : item).toList());
            case Complete complete -> in(Status.IN_PROGRESS).completed(complete.on());
        };
    }

    private Route in(Status... allowed) {
        if (Arrays.asList(allowed).contains(status)) {
            return this;
        }
        throw Refusal.conflict("iom.wrong-status", status);
    }

    private Route submitted() {
        if (items.isEmpty()) {
            throw Refusal.conflict("iom.no-items");
        }
        return with(Status.SUBMITTED, null, approvedOn, completedOn);
    }

    private Route completed(LocalDate on) {
        var open = items.stream().filter(RouteItem::planned).toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict("iom.open-items", open.size())
                    .with("open", open.stream().map(item -> Map.of("id", item.id(), "title", item.title())).toList());
        }
        return with(Status.COMPLETED, null, approvedOn, on);
    }

    /// What an attendance closed, only its correction opens: otherwise the next repeat would close it again.
    private Route progressed(Progress progress) {
        return change(progress.item(), item -> {
            if (item.attendance() != null) {
                if (progress.status() != RouteItem.Status.DONE) {
                    throw Refusal.conflict("iom.closed-by-attendance");
                }
                return item.with(item.status(), item.evidence(), progress.reflection());
            }
            var stated = progress.evidence() == null ? null : RouteItem.Evidence.stated(progress.evidence());
            return item.with(progress.status(), stated, progress.reflection());
        });
    }

    private Route change(UUID item, UnaryOperator<RouteItem> change) {
        item(item);
        return with(items.stream().map(one -> one.id().equals(item) ? change.apply(one) : one).toList());
    }

    RouteItem item(UUID item) {
        return items.stream().filter(one -> one.id().equals(item)).findFirst()
                .orElseThrow(() -> Refusal.notFound("item"));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private Route with(List<RouteItem> items) {
        return new Route(id, version, createdAt, changedAt, personId, from, until, status, basis, List.copyOf(items),
                remarks, approvedOn, completedOn);
    }

    private Route with(Status status, @Nullable String remarks, @Nullable LocalDate approvedOn,
                       @Nullable LocalDate completedOn) {
        return new Route(id, version, createdAt, changedAt, personId, from, until, status, basis, items, remarks,
                approvedOn, completedOn);
    }

    /// One version further.
    Route next(Instant now) {
        return new Route(id, version + 1, createdAt, now, personId, from, until, status, basis, items, remarks,
                approvedOn, completedOn);
    }
}
