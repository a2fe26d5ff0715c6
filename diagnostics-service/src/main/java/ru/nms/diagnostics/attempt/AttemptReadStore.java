package ru.nms.diagnostics.attempt;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;

/// The list of attempts: one's own; to the coordinator all, without their answers.
@Repository
class AttemptReadStore {

    static final Listing ATTEMPTS = Listing.of("attempts", "a.id", "FROM attempt a")
            .sort("startedAt", "a.started_at", Kind.INSTANT)
            .filter("campaignId", "a.campaign_id = :campaignId", Kind.ID)
            .filter("personId", "a.person_id = :personId", Kind.ID)
            .filter("status", "a.status = :status", Kind.TEXT);

    private final Lists lists;
    private final Clock clock;

    AttemptReadStore(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    Selection<AttemptView> list(ListRequest request, Caller caller) {
        return lists.select(ATTEMPTS, request, """
                a.id, a.version, a.campaign_id, a.person_id, a.instrument_id, a.number, a.variant, a.started_at, a.deadline, a.status,
                a.submitted_at, a.points, a.maximum, a.result_id""", scope(caller), this::view);
    }

    private static Scope.Condition scope(Caller caller) {
        var self = caller.personId();
        return caller.is(Role.COORDINATOR) ? Scope.Condition.ALL : self == null ? new Scope.Condition("FALSE", Map.of())
                : new Scope.Condition("a.person_id = :self", Map.of("self", self));
    }

    private AttemptView view(Readable row) {
        return AttemptView.of(new Attempt(id(row, "id"), requireNonNull(row.get("version", Long.class)), id(row, "campaign_id"),
                id(row, "person_id"), id(row, "instrument_id"), number(row, "number"), number(row, "variant"), at(row, "started_at"),
                at(row, "deadline"), Attempt.Status.valueOf(row.get("status", String.class)), row.get("submitted_at", Instant.class),
                row.get("points", BigDecimal.class), row.get("maximum", BigDecimal.class), row.get("result_id", UUID.class), null),
                null, clock.instant());
    }

    private static UUID id(Readable row, String column) {
        return requireNonNull(row.get(column, UUID.class));
    }

    private static int number(Readable row, String column) {
        return requireNonNull(row.get(column, Integer.class));
    }

    private static Instant at(Readable row, String column) {
        return requireNonNull(row.get(column, Instant.class));
    }
}
